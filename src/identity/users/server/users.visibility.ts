import { permissionError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { userScopes } from './users.extensions.ts';

/** Whether the actor may know of this person. Guests know only the people of their own channels. */
export async function canSeeUser(ctx: Ctx, user_id: string): Promise<boolean> {
  return (await visibleOf(ctx, [user_id])).has(user_id);
}

/** Refuses to speak of somebody whom the actor may not know of. */
export async function demandVisible(ctx: Ctx, user_id: string): Promise<void> {
  if (!(await canSeeUser(ctx, user_id))) throw permissionError(ctx.actor.user_id, ['view_members']);
}

/** Those of the people whom the actor may know of. */
export async function visibleOf(ctx: Ctx, user_ids: readonly string[]): Promise<Set<string>> {
  if (await seesEverybody(ctx)) return new Set(user_ids);
  const visible = new Set(user_ids.filter((id) => id === ctx.actor.user_id));
  const scope = ctx.app.all(userScopes).find((one) => one.name === 'shares_channel_with');
  if (!scope || visible.size === user_ids.length) return visible;
  const rows = await ctx.db.rows<{ id: string }>(`SELECT u.id FROM users u WHERE u.id = ANY($1) AND ${scope.condition.replaceAll('$', () => '$2')}`, [user_ids, ctx.actor.user_id]);
  for (const row of rows) visible.add(row.id);
  return visible;
}

export function seesEverybody(ctx: Ctx): Promise<boolean> {
  return hasPermission(ctx, 'view_members');
}
