import { z } from 'zod';
import { getTeam, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { fields, query, userError } from '#kernel/server/index.ts';
import { canReadChannel, getChannel, isChannelMember } from '#messaging/channels/server/feature.ts';
import { loadPost, readsPost } from '../posts.permissions.ts';

/** Where a post stands, for somebody who follows a link to it. */
export const getPostInfo = query({
  name: 'get-post-info',
  summary: 'Tell in which channel and team a message is and whether the actor has joined them.',
  input: z.object({ post_id: fields.id() }),
  permission: readsPost,
  run: async (ctx, { post_id }) => {
    const post = await loadPost(ctx, post_id);
    const channel = await getChannel(ctx.app, post.channel_id);
    if (!channel || !(await canReadChannel(ctx, channel.id))) throw userError('app.post.get.app_error', 'This message does not exist or was deleted.', 404);
    const team = channel.team_id ? await getTeam(ctx.app, channel.team_id) : undefined;
    return {
      channel_id: channel.id,
      channel_type: channel.type,
      channel_display_name: channel.display_name,
      has_joined_channel: await isChannelMember(ctx.app, channel.id, ctx.actor.user_id),
      team_id: team?.id ?? '',
      team_type: team?.type ?? '',
      team_display_name: team?.display_name ?? '',
      has_joined_team: team ? (await teamMembershipsOf(ctx.app, ctx.actor.user_id)).has(team.id) : false,
    };
  },
});
