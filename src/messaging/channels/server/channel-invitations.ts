import type { Team } from '#identity/teams/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { Ctx } from '#kernel/server/index.ts';
import { addChannelMembers } from './channel-members.ts';
import { getChannels } from './channels.cache.ts';
import { hasChannelPermission } from './channels.permissions.ts';
import { isOfTeam } from './channels.rules.ts';

/** What invitations to a team need to know of its channels. */
export const invitations = {
  check: async (ctx: Ctx, team: Team, channel_ids: readonly string[]): Promise<'ok' | 'foreign' | 'refused'> => {
    const channels = await getChannels(ctx.app, channel_ids);
    for (const id of channel_ids) {
      const channel = channels.get(id);
      if (!channel || channel.team_id !== team.id || !isOfTeam(channel) || channel.delete_at) return 'foreign';
      if (!(await hasChannelPermission(ctx, id, channel.type === 'O' ? 'manage_public_channel_members' : 'manage_private_channel_members'))) return 'refused';
    }
    return 'ok';
  },
  nameThem: async (ctx: Ctx, channel_ids: readonly string[]): Promise<string[]> => [...(await getChannels(ctx.app, channel_ids)).values()].map((channel) => channel.display_name),
  join: async (ctx: Ctx, channel_ids: readonly string[], user: User): Promise<void> => {
    // Archived ones are passed over: the invitation may be older.
    for (const channel of (await getChannels(ctx.app, channel_ids)).values()) if (!channel.delete_at) await addChannelMembers(ctx, channel, [user]);
  },
};
