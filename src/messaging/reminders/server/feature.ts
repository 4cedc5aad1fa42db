import { userErased } from '#identity/users/server/feature.ts';
import { answerOk, defineFeature } from '#kernel/server/index.ts';
import { afterPostsDeleted } from '#messaging/posts/server/feature.ts';
import { remindOfPost } from './actions/remind-of-post.ts';
import { sendReminder } from './reminders.jobs.ts';
import { deleteRemindersOfPosts, deleteRemindersOfUser } from './reminders.store.ts';

/** Being reminded of messages. */
export const remindersFeature = defineFeature({
  name: 'reminders',
  area: 'messaging',
  summary: 'Being reminded of messages.',
  tables: ['post_reminders'],
  routes: { 'POST /api/v4/users/:user_id/posts/:post_id/reminder': { action: remindOfPost, answer: answerOk } },
  jobs: [sendReminder],
  contributes: [
    afterPostsDeleted.add((tx, _post, ids) => deleteRemindersOfPosts(tx, ids)),
    userErased.add((ctx, user_id) => deleteRemindersOfUser(ctx.db, user_id)),
  ],
});
