import { z } from 'zod';
import { getTeam, teamMembershipsOf } from '#identity/teams/server/feature.ts';
import { actorOf, getUser, systemBot } from '#identity/users/server/feature.ts';
import { defineJob, fields, type Ctx } from '#kernel/server/index.ts';
import { canReadChannel, getChannel, getOrCreateDirectChannel } from '#messaging/channels/server/feature.ts';
import { createPost, findPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { saveReminder, takeReminder } from './reminders.store.ts';

/** Reminds somebody of a post by a direct message of the server. */
export const sendReminder = defineJob({
  name: 'send-reminder',
  summary: 'Remind somebody of a message.',
  input: z.object({ post_id: fields.id(), user_id: fields.id(), target_time: z.number() }),
  run: async (ctx, { post_id, user_id, target_time }) => {
    const [user, post] = await Promise.all([getUser(ctx.app, user_id), findPost(ctx.db, post_id)]);
    if (!(await takeReminder(ctx.db, post_id, user_id, target_time))) return;
    if (!user || user.delete_at || !post) return;
    // What one may not read any more one is not reminded of.
    if (!(await canReadChannel({ ...ctx, actor: actorOf(user) }, post.channel_id))) return;
    try {
      const bot = await systemBot(ctx);
      const channel = await getOrCreateDirectChannel(ctx, [bot.id, user_id]);
      const place = await placeOf(ctx, post, user_id);
      const message = `You asked to be reminded of this message by @${place.username}: ${place.link}`;
      await createPost(ctx, { channel_id: channel.id, user_id: bot.id, message, type: 'reminder', props: { post_id, team_name: place.team_name, username: place.username, from_bot: 'true' } }, { set_online: false });
    } catch (error) {
      await saveReminder(ctx.db, post_id, user_id, target_time);
      throw error;
    }
  },
});

/** Who wrote a post and the link that leads there. Direct channels are reached through any team of the reader. */
export async function placeOf(ctx: Ctx, post: Post, user_id: string): Promise<{ username: string; team_name: string; link: string }> {
  const [author, channel] = await Promise.all([getUser(ctx.app, post.user_id), getChannel(ctx.app, post.channel_id)]);
  const team_id = channel?.team_id || [...(await teamMembershipsOf(ctx.app, user_id)).keys()][0];
  const team_name = (team_id && (await getTeam(ctx.app, team_id))?.name) || '';
  return { username: author?.username ?? '', team_name, link: `${ctx.app.site_url}/${team_name || '_redirect'}/pl/${post.id}` };
}

export function reminderKey(post_id: string, user_id: string): string {
  return `reminder ${user_id} ${post_id}`;
}
