import { defineEvent, framesOf, toUser, type Frame } from '#kernel/server/index.ts';
import { toChannel, topicOfChannel } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post } from '../wire/index.ts';

export interface PostCreated {
  readonly post: Post;
  readonly channel: Channel;
  /** `@name`, the name an integration gave itself, or `System`. */
  readonly sender_name: string;
  readonly set_online: boolean;
  /** Members addressed in person, by name, keyword or because the channel is direct. */
  readonly mentioned: ReadonlySet<string>;
  /** Whether the whole channel is addressed, and who of it listens to that. */
  readonly is_wide: boolean;
  /** The whole channel was addressed, and has too many members for that. */
  readonly is_unheard: boolean;
  readonly hearsWide: (user_id: string) => boolean;
  /** Whether somebody wants a notice of every post here. */
  readonly hearsAll: (user_id: string) => boolean;
  /** Of a reply: who follows the thread and is to be notified of it. */
  readonly notified_followers: ReadonlySet<string>;
  /** Names after an @ that nobody in the channel has. */
  readonly unknown_names: readonly string[];
  /** Groups of people addressed by their names, and those of them who are not in the channel. */
  readonly groups: readonly { readonly name: string; readonly member_ids: readonly string[] }[];
  readonly group_outsiders: readonly string[];
  /** The row as it was written: the key for what hooks of the transaction remember of it. */
  readonly row: object;
}

/** A post is committed. */
export const postCreated = defineEvent<PostCreated>('post.created');
/** A post's words, files, props or pin have changed. */
export const postEdited = defineEvent<{ post: Post; is_reworded: boolean }>('post.edited');
/** A post is gone; with a root all its replies. */
export const postDeleted = defineEvent<{ post: Post; deleted_ids: readonly string[]; user_id: string }>('post.deleted');
/** A message that only one person sees and nobody keeps. */
export const ephemeralPosted = defineEvent<{ post: Post; user_id: string }>('post.ephemeral');
/** Such a message has changed. */
export const ephemeralEdited = defineEvent<{ post: Post; user_id: string }>('post.ephemeral-edited');
/** Somebody writes. `parent_id` is the thread's root or ''. */
export const typingStarted = defineEvent<{ user_id: string; channel_id: string; parent_id: string }>('post.typing');
/** Somebody made a channel unread from a post on. */
export const markedUnread = defineEvent<{ user_id: string; team_id: string; channel_id: string; counts: Record<string, number>; post_id: string }>('post.marked-unread');

export const postsFrames = [
  framesOf(postCreated, postedFrame),
  framesOf(postEdited, ({ post }) => forReaders(post, (shown) => ({ event: 'post_edited', data: { post: JSON.stringify(shown) }, ...toChannel(post.channel_id) }))),
  framesOf(postDeleted, ({ post, user_id }) => {
    const frame = { event: 'post_deleted', ...toChannel(post.channel_id) };
    const text = JSON.stringify(post);
    // Who deleted it is for administrators only: they get a frame of their own.
    return [
      { ...frame, data: { post: text }, broadcast: { ...frame.broadcast, contains_sanitized_data: true }, except_topics: ['role:system_admin'] },
      { ...frame, data: { post: text, delete_by: user_id }, broadcast: { ...frame.broadcast, contains_sensitive_data: true }, only_topic: 'role:system_admin' },
    ];
  }),
  framesOf(ephemeralPosted, ({ post, user_id }) => ({ event: 'ephemeral_message', data: { post: JSON.stringify(post) }, topics: toUser(user_id).topics, broadcast: { user_id, channel_id: post.channel_id } })),
  framesOf(ephemeralEdited, ({ post, user_id }) => ({ event: 'post_edited', data: { post: JSON.stringify(post) }, topics: toUser(user_id).topics, broadcast: { user_id, channel_id: post.channel_id } })),
  framesOf(typingStarted, ({ user_id, channel_id, parent_id }) => {
    const audience = toChannel(channel_id);
    return { event: 'typing', data: { parent_id, user_id }, topics: audience.topics, broadcast: { ...audience.broadcast, omit_users: { [user_id]: true } }, is_droppable: true };
  }),
  framesOf(markedUnread, ({ user_id, team_id, channel_id, counts, post_id }) => ({ event: 'post_unread', data: { ...counts, post_id }, topics: toUser(user_id).topics, broadcast: { user_id, team_id, channel_id } })),
];

// What a linked message says is only for those who are in its channel: the others get the post without it.
function forReaders(post: Post, frameOf: (shown: Post) => Frame): Frame | Frame[] {
  const linked = post.metadata?.embeds?.find((embed) => embed.type === 'permalink');
  if (!linked || linked.data.channel_id === post.channel_id) return frameOf(post);
  const topic = topicOfChannel(linked.data.channel_id);
  const { embeds: _embeds, ...metadata } = post.metadata!;
  return [{ ...frameOf(post), only_topic: topic }, { ...frameOf({ ...post, metadata }), except_topics: [topic] }];
}

function postedFrame({ post, channel, sender_name, set_online, mentioned, is_wide, hearsWide, hearsAll, notified_followers }: PostCreated): Frame | Frame[] {
  const files = post.metadata?.files ?? [];
  const data = {
    channel_display_name: channel.type === 'D' ? sender_name : channel.display_name,
    channel_name: channel.name,
    channel_type: channel.type,
    sender_name,
    set_online,
    team_id: channel.team_id,
    ...(files.length ? { otherFile: 'true' } : {}),
    ...(files.some((file) => file.mime_type.startsWith('image/')) ? { image: 'true' } : {}),
  };
  const isMentioned = (user_id: string) => mentioned.has(user_id) || (is_wide && user_id !== post.user_id && hearsWide(user_id));
  const ownFields = (user_id: string) => {
    const [is_mentioned, is_follower] = [isMentioned(user_id), notified_followers.has(user_id)];
    return is_mentioned || is_follower ? { ...(is_follower && { followers: JSON.stringify([user_id]) }), ...(is_mentioned && { mentions: JSON.stringify([user_id]) }) } : undefined;
  };
  const for_users = { size: mentioned.size + notified_followers.size + (is_wide ? 1 : 0), get: ownFields };
  const shouldAck = (user_id: string) => user_id !== post.user_id && (channel.type === 'D' || isMentioned(user_id) || notified_followers.has(user_id) || hearsAll(user_id));
  return forReaders(post, (shown) => ({ event: 'posted', data: { ...data, post: JSON.stringify(shown) }, ...toChannel(post.channel_id), for_users, shouldAck }));
}
