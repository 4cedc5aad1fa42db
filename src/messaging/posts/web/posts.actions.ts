import { myUserId, panel, t, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { postPath } from '#messaging/channels/web/index.ts';
import { rememberEmoji } from '#messaging/emoji/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { addReaction, removeReaction } from '#messaging/reactions/web/index.ts';
import { addPosts, changeReaction, patchPost, receiveDeleted } from './posts.changes.ts';
import { deletePost, patchPost as patchOnServer, setPinned, setUnread } from './posts.client.ts';
import { post_messages as m } from './posts.messages.ts';
import { getPost, postsState, setRemoving } from './posts.state.ts';

/** Adds a reaction or takes one's own back; it shows at once. */
export function toggleReaction(post_id: Id, emoji_name: string): void {
  const user_id = myUserId();
  const is_mine = getPost(post_id)?.metadata?.reactions?.some((one) => one.user_id === user_id && one.emoji_name === emoji_name) ?? false;
  const now = Date.now();
  const reaction = { user_id, post_id, emoji_name, create_at: now, update_at: now, delete_at: 0, remote_id: null, channel_id: getPost(post_id)?.channel_id ?? '' };
  const show = (is_added: boolean) => postsState.setState((state) => changeReaction(state, reaction, is_added));
  show(!is_mine);
  if (!is_mine) rememberEmoji(emoji_name);
  (is_mine ? removeReaction(post_id, emoji_name) : addReaction(post_id, emoji_name)).catch((error: unknown) => {
    show(is_mine);
    toast.failure(error);
  });
}

/** Saves a new text. Throws ApiError; the old text is back then. */
export async function editPost(post: Post, message: string): Promise<void> {
  const edited = await patchOnServer(post.id, { message });
  postsState.setState((state) => addPosts(state, [edited]));
}

/** Hides the post at once; it is deleted when the chance to undo has passed. */
export function removePost(post: Post): void {
  const restore = () => {
    window.removeEventListener('pagehide', commit);
    setRemoving(post.id, false);
  };
  const commit = () => {
    window.removeEventListener('pagehide', commit);
    deletePost(post.id).then(
      () => {
        postsState.setState((state) => receiveDeleted(state, post, Date.now(), true));
        setRemoving(post.id, false);
      },
      (error: unknown) => {
        restore();
        toast.failure(error);
      },
    );
  };
  setRemoving(post.id, true);
  window.addEventListener('pagehide', commit);
  toast.undoable(t(m.was_deleted), restore, commit);
}

export function togglePinned(post: Post): void {
  const show = (is_pinned: boolean) => postsState.setState((state) => patchPost(state, post.id, { is_pinned }));
  show(!post.is_pinned);
  setPinned(post.id, !post.is_pinned).catch((error: unknown) => {
    show(post.is_pinned);
    toast.failure(error);
  });
}

export function markUnreadFrom(post: Post): void {
  setUnread(post.id).catch(toast.failure);
}

/** Only on this page: an ephemeral post has nothing on the server. */
export function dismissPost(post: Post): void {
  postsState.setState((state) => receiveDeleted(state, post, Date.now(), true));
}

export function copyPostLink(post_id: Id): void {
  navigator.clipboard.writeText(location.origin + postPath(post_id)).then(() => toast.show(t(m.link_copied)), toast.failure);
}

export function copyPostText(post: Post): void {
  navigator.clipboard.writeText(post.message).then(() => toast.show(t(m.text_copied)), toast.failure);
}

/** Shows the thread that the post begins or is part of. */
export function openThread(post: Pick<Post, 'id' | 'root_id'>): void {
  panel.open({ kind: 'thread', post_id: post.root_id || post.id });
}
