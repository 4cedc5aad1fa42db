import { getUser, isGuest } from '#identity/users/server/feature.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import { getChannel, notifyPropsOf } from '#messaging/channels/server/feature.ts';
import { findMentions, type PostDraft } from '#messaging/posts/server/feature.ts';
import { allowPersistent, allowPersistentForGuests, persistentMaxRecipients, postPriority } from './priority.settings.ts';

/** Refuses a priority that this post or person may not have. */
export async function checkPriority(ctx: Ctx, draft: PostDraft): Promise<void> {
  const { priority } = draft;
  if (!priority) return;
  if (!ctx.settings.get(postPriority)) throw userError('api.post.post_priority.priority_post_not_allowed_for_user.request_error', 'Messages cannot have a priority here (ServiceSettings.PostPriority).', 403);
  if (draft.root_id) throw userError('api.post.post_priority.priority_post_only_allowed_for_root_post.request_error', 'Only the first message of a thread can have a priority.');
  if (!priority.persistent_notifications) return;
  if (priority.priority !== 'urgent') throw userError('api.post.post_priority.urgent_persistent_notification_post.request_error', 'Only an urgent message can notify again and again.');
  const user = await getUser(ctx.app, draft.user_id);
  if (!ctx.settings.get(allowPersistent) || (user && isGuest(user) && !ctx.settings.get(allowPersistentForGuests))) throw userError('api.post.post_priority.persistent_notification_post.request_error', 'Persistent notifications are not allowed here (ServiceSettings.AllowPersistentNotifications).', 403);
  await checkRecipients(ctx, draft);
}

// It must be clear who is to react: people by name, few of them. In a direct channel that is the other one.
async function checkRecipients(ctx: Ctx, draft: PostDraft): Promise<void> {
  const refuse = (why: string): Error => userError('api.post.post_priority.persistent_notification_validation_error.request_error', why);
  if ((await getChannel(ctx.app, draft.channel_id))?.type === 'D') return;
  const { users, is_wide, is_here } = findMentions([draft.message], await notifyPropsOf(ctx.app, draft.channel_id));
  if (is_wide || is_here) throw refuse('A message that addresses the whole channel cannot notify again and again. Mention people by name.');
  const count = [...users].filter((id) => id !== draft.user_id).length;
  const max = ctx.settings.get(persistentMaxRecipients);
  if (count === 0) throw refuse('Mention by name who is to be notified again and again.');
  if (count > max) throw refuse(`A message can notify at most ${max} people again and again. Mention fewer.`);
}
