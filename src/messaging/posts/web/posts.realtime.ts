import { receiveUsers } from '#identity/users/web/index.ts';
import { myUserId, parseJsonText, realtime } from '#kernel/web/index.ts';
import { addCustomEmojis } from '#messaging/emoji/web/index.ts';
import type { Post, PostEvents } from '#messaging/posts/wire/index.ts';
import type { ReactionEvents } from '#messaging/reactions/wire/index.ts';
import { settleMessage } from './outbox.state.ts';
import { addPosts, changeReaction, receiveDeleted, receivePosted } from './posts.changes.ts';
import { keepPosts, markAllStale, noteSynced, postsState } from './posts.state.ts';
import { receiveTyping, stopTyping } from './typing.state.ts';

export function listenToPosts(): void {
  realtime.on<PostEvents['posted']>('posted', (data) => {
    const post = parseJsonText(data.post);
    learnFrom(post);
    stopTyping(post.channel_id, post.root_id, post.user_id);
    postsState.setState((state) => receivePosted(state, post));
    if (post.user_id === myUserId()) settleMessage(post);
    noteSynced(post.channel_id, post.update_at);
  });
  realtime.on<PostEvents['post_edited']>('post_edited', (data) => {
    const post = parseJsonText(data.post);
    learnFrom(post);
    postsState.setState((state) => (state.posts[post.id] ? addPosts(state, [post]) : state));
    noteSynced(post.channel_id, post.update_at);
  });
  realtime.on<PostEvents['post_deleted']>('post_deleted', (data) => {
    const post = parseJsonText(data.post);
    // One's own deletion needs no note, and what nobody loaded needs no trace.
    const is_hidden = post.user_id === myUserId() || data.delete_by === myUserId() || post.type === 'system_ephemeral';
    postsState.setState((state) => (state.posts[post.id] ? receiveDeleted(state, post, Date.now(), is_hidden) : state));
  });
  realtime.on<PostEvents['ephemeral_message']>('ephemeral_message', (data) => {
    const post = parseJsonText(data.post);
    keepEphemeral(post);
  });
  realtime.on<ReactionEvents['reaction_added']>('reaction_added', (data) => postsState.setState((state) => changeReaction(state, parseJsonText(data.reaction), true)));
  realtime.on<ReactionEvents['reaction_removed']>('reaction_removed', (data) => postsState.setState((state) => changeReaction(state, parseJsonText(data.reaction), false)));
  realtime.on<PostEvents['typing']>('typing', (data, broadcast) => receiveTyping(broadcast.channel_id, data.parent_id, data.user_id));
  realtime.on_resync(markAllStale);
}

// An update of an ephemeral post comes as another one with the same id.
function keepEphemeral(post: Post): void {
  if (postsState.getState().posts[post.id]) keepPosts([{ ...post, update_at: Date.now() }]);
  else postsState.setState((state) => receivePosted(state, post));
}

function learnFrom(post: Post): void {
  if (post.metadata?.emojis?.length) addCustomEmojis(post.metadata.emojis);
  const named = (post.participants ?? []).filter((user) => user.username);
  if (named.length) receiveUsers(named);
}
