import { defineEvent, framesOf, toUser } from '#kernel/server/index.ts';
import { toChannel } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostAcknowledgement } from '#messaging/posts/wire/index.ts';

export const acknowledgementAdded = defineEvent<PostAcknowledgement>('post.acknowledged');
export const acknowledgementRemoved = defineEvent<PostAcknowledgement>('post.unacknowledged');
/** An urgent post asks again: one person of those whom it addresses. */
export const askedAgain = defineEvent<{ post: Post; channel: Channel; sender_name: string; user_id: string }>('post.asked-again');

export const priorityFrames = [
  framesOf(acknowledgementAdded, (ack) => ({ event: 'post_acknowledgement_added', data: { acknowledgement: JSON.stringify(ack) }, ...toChannel(ack.channel_id) })),
  framesOf(acknowledgementRemoved, (ack) => ({ event: 'post_acknowledgement_removed', data: { acknowledgement: JSON.stringify({ ...ack, acknowledged_at: 0 }) }, ...toChannel(ack.channel_id) })),
  framesOf(askedAgain, ({ post, channel, sender_name, user_id }) => ({
    event: 'persistent_notification_triggered',
    data: {
      channel_type: channel.type, channel_display_name: channel.type === 'D' ? sender_name : channel.display_name, channel_name: channel.name, sender_name, team_id: channel.team_id,
      mentions: JSON.stringify([user_id]), post: JSON.stringify(post),
    },
    topics: toUser(user_id).topics,
    broadcast: { user_id, team_id: channel.team_id, channel_id: channel.id },
  })),
];
