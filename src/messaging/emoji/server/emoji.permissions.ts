import { hasPermission } from '#identity/roles/server/feature.ts';
import { hasTeamPermission, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import type { Ctx, PermissionRule } from '#kernel/server/index.ts';
import { loadEmoji } from './emoji.read.ts';

/** Emoji belong to no team: the right in any team of the actor, or system-wide, is enough. */
export async function hasPermissionAnywhere(ctx: Ctx, permission: string): Promise<boolean> {
  if (await hasPermission(ctx, permission)) return true;
  for (const team_id of (await teamMembershipsOf(ctx.app, ctx.actor.user_id)).keys()) if (await hasTeamPermission(ctx, team_id, permission)) return true;
  return false;
}

export const createsEmoji: PermissionRule = { scope: 'system', ids: ['create_emojis'], check: (ctx) => hasPermissionAnywhere(ctx, 'create_emojis') };

/** One's own emoji, or with a right of its own those of others. */
export const deletesEmoji: PermissionRule<{ emoji_id: string }> = {
  scope: 'object',
  ids: ['delete_emojis', 'delete_others_emojis'],
  check: async (ctx, { emoji_id }) => {
    const emoji = await loadEmoji(ctx, emoji_id);
    return (await hasPermissionAnywhere(ctx, 'delete_emojis')) && (emoji.creator_id === ctx.actor.user_id || hasPermissionAnywhere(ctx, 'delete_others_emojis'));
  },
};
