import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { action, allOf, fields } from '#kernel/server/index.ts';
import { loadPost, readsPost, sendEphemeralPost } from '#messaging/posts/server/feature.ts';
import { placeOf, reminderKey, sendReminder } from '../reminders.jobs.ts';
import { writeTime } from '../reminders.rules.ts';
import { saveReminder } from '../reminders.store.ts';

const MAX_TIME_S = 253_402_300_799; // the last second of the year 9999

/** Has somebody reminded of a post. A later wish replaces an earlier one. */
export const remindOfPost = action({
  name: 'remind-of-post',
  summary: 'Be reminded of a message at a later time.',
  input: z.object({ user_id: fields.id(), post_id: fields.id(), target_time: z.number().int().min(1).max(MAX_TIME_S) }),
  permission: allOf<{ user_id: string; post_id: string }>(selfOr('edit_other_users'), readsPost),
  run: async (ctx, { user_id, post_id, target_time }) => {
    const post = await loadPost(ctx, post_id);
    await ctx.db.tx(async (tx) => {
      await saveReminder(tx, post_id, user_id, target_time);
      await ctx.jobs.add(sendReminder, { post_id, user_id, target_time }, { key: reminderKey(post_id, user_id), run_at: target_time * 1000, tx });
    });
    const { username, team_name, link } = await placeOf(ctx, post, user_id);
    const { timezone } = (await getUser(ctx.app, user_id)) ?? {};
    const zone = timezone?.useAutomaticTimezone === 'true' ? timezone.automaticTimezone : timezone?.manualTimezone;
    await sendEphemeralPost(ctx, user_id, {
      channel_id: post.channel_id, user_id, root_id: post.root_id || post.id,
      message: `You will be reminded about ${link} by @${username} at ${writeTime(target_time, zone ?? '')}`,
      props: { post_id, target_time, team_name, type: 'reminder', username },
    });
  },
});
