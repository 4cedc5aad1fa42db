import { getTeam, hasTeamPermission } from '#identity/teams/server/feature.ts';
import { userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { canReadChannel, getChannel, hasChannelPermission } from '#messaging/channels/server/feature.ts';
import type { Post } from '../wire/index.ts';
import { findPost } from './posts.store.ts';

const loaded = new WeakMap<Ctx, Map<string, Promise<Post | undefined>>>();

/** The post of this call, read once for the check of the right and the action. 404 if it is not there. */
export async function loadPost(ctx: Ctx, post_id: string): Promise<Post> {
  const known = loaded.get(ctx) ?? new Map<string, Promise<Post | undefined>>();
  loaded.set(ctx, known);
  const work = known.get(post_id) ?? findPost(ctx.db, post_id);
  known.set(post_id, work);
  const post = await work;
  if (!post) throw userError('app.post.get.app_error', 'This message does not exist or was deleted.', 404);
  return post;
}

/** Whether the actor may read the post. */
export async function canReadPost(ctx: Ctx, post_id: string): Promise<boolean> {
  return canReadChannel(ctx, (await loadPost(ctx, post_id)).channel_id);
}

/** The actor may read the post's channel. */
export const readsPost: PermissionRule<{ post_id: string }> = {
  scope: 'channel',
  ids: ['read_channel_content'],
  check: (ctx, { post_id }) => canReadPost(ctx, post_id),
};

/** The actor has this right in the post's channel. */
export function inPostChannel(permission: string): PermissionRule<{ post_id: string }> {
  return { scope: 'channel', ids: [permission], check: async (ctx, { post_id }) => hasChannelPermission(ctx, (await loadPost(ctx, post_id)).channel_id, permission) };
}

/** One right for one's own posts, another for those of others. */
export function ownOrOthers(own: string, others: string): PermissionRule<{ post_id: string }> {
  return {
    scope: 'channel',
    ids: [own, others],
    check: async (ctx, { post_id }) => {
      const post = await loadPost(ctx, post_id);
      return hasChannelPermission(ctx, post.channel_id, post.user_id === ctx.actor.user_id ? own : others);
    },
  };
}

/** Who may write in a channel: its members, and with `create_post_public` everybody of the team in open channels. */
export const postsToChannel: PermissionRule<{ channel_id: string }> = {
  scope: 'channel',
  ids: ['create_post'],
  check: async (ctx, { channel_id }) => {
    if (await hasChannelPermission(ctx, channel_id, 'create_post')) return true;
    const channel = await getChannel(ctx.app, channel_id);
    if (channel?.type !== 'O' || !channel.team_id || !(await getTeam(ctx.app, channel.team_id))) return false;
    return hasTeamPermission(ctx, channel.team_id, 'create_post_public');
  },
};
