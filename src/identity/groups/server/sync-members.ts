import { userError, type Ctx } from '#kernel/server/index.ts';
import type { GroupTarget } from './groups.extensions.ts';
import { groupTargets } from './groups.extensions.ts';
import { readPeopleOfTarget, readSyncables } from './groups.store.ts';

/** The kind of thing that a path names. */
export function targetOf(ctx: Pick<Ctx, 'app'>, kind: string): GroupTarget {
  const target = ctx.app.all(groupTargets).find((one) => one.kind === kind);
  if (!target) throw userError('api.context.invalid_url_param.app_error', 'Groups fill teams or channels.');
  return target;
}

/** Brings a team or channel in line with the groups that fill it. `is_constrained`: nobody else may be in it. */
export async function syncTarget(ctx: Ctx, kind: 'teams' | 'channels', id: string, is_constrained: boolean): Promise<void> {
  const target = targetOf(ctx, kind);
  const people = await readPeopleOfTarget(ctx.db, kind, id);
  const auto = people.filter((person) => person.auto_add).map((person) => person.user_id);
  const admins = people.filter((person) => person.is_admin).map((person) => person.user_id);
  if (auto.length || admins.length) await target.fill(ctx, id, auto, admins);
  if (is_constrained) await target.keepOnly(ctx, id, people.map((person) => person.user_id));
}

/** After a group's people have changed: the teams and channels that it fills follow. */
export async function followMembers(ctx: Ctx, group_id: string): Promise<void> {
  for (const target of ctx.app.all(groupTargets)) {
    const syncables = await readSyncables(ctx.db, group_id, target.kind);
    const info = await target.describe(ctx.app, syncables.map((row) => row.syncable_id));
    for (const { syncable_id } of syncables) await syncTarget(ctx, target.kind, syncable_id, info.get(syncable_id)?.is_constrained === true);
  }
}
