import { z } from 'zod';
import { hasTeamPermission } from '#identity/teams/server/feature.ts';
import { query, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { getChannel, memberCountsOf } from '../channels.cache.ts';
import { ids } from '../channels.fields.ts';
import { hasChannelPermission } from '../channels.permissions.ts';

const seesCounts: PermissionRule<{ channel_ids: readonly string[] }> = {
  scope: 'channel',
  ids: ['read_channel_content', 'list_team_channels'],
  check: async (ctx, { channel_ids }) => {
    for (const id of channel_ids) if (!(await seesCount(ctx, id))) return false;
    return true;
  },
};

async function seesCount(ctx: Ctx, channel_id: string): Promise<boolean> {
  if (await hasChannelPermission(ctx, channel_id, 'read_channel_content')) return true;
  const channel = await getChannel(ctx.app, channel_id);
  return channel?.type === 'O' && hasTeamPermission(ctx, channel.team_id, 'list_team_channels');
}

export const countChannelMembers = query({
  name: 'count-channel-members',
  summary: 'How many members each of some channels has.',
  input: z.object({ channel_ids: ids(1_000) }),
  permission: seesCounts,
  run: async (ctx, { channel_ids }) => {
    const counts = await memberCountsOf(ctx.app, channel_ids);
    return Object.fromEntries([...counts].map(([id, { member_count }]) => [id, member_count]));
  },
});
