import type { KeyboardEvent } from 'react';
import { myUserId } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { startEditing } from './editor.state.ts';
import { copyPostLink, copyPostText, markUnreadFrom, openThread, removePost, togglePinned } from './posts.actions.ts';
import { isSystemPost } from './posts.rows.ts';
import { toggleSaved } from './saved.state.ts';

type Act = (post: Post, place: 'channel' | 'thread', row: HTMLElement) => void;

const ACTS: Readonly<Record<string, Act>> = {
  r: (post) => openThread(post),
  Enter: (post) => openThread(post),
  e: (post, place) => isMine(post) && startEditing(post.id, place),
  s: (post) => toggleSaved(post.id),
  p: (post) => togglePinned(post),
  u: (post) => markUnreadFrom(post),
  l: (post) => copyPostLink(post.id),
  c: (post) => copyPostText(post),
  Delete: (post) => isMine(post) && removePost(post),
  Backspace: (post) => isMine(post) && removePost(post),
  '+': (_post, _place, row) => row.closest('[data-row]')?.querySelector<HTMLElement>('[data-action="react"]')?.click(),
};

/** Keys on a post that has the focus: R reply, E edit, S save, P pin, U unread, L link, C copy, + react, Delete. */
export function actOnPost(post: Post, place: 'channel' | 'thread', event: KeyboardEvent): void {
  const act = ACTS[event.key] ?? ACTS[event.key.toLowerCase()];
  if (!act || event.ctrlKey || event.metaKey || event.altKey || post.delete_at || isSystemPost(post) || post.type === 'system_ephemeral') return;
  event.preventDefault();
  event.stopPropagation();
  act(post, place, event.target as HTMLElement);
}

function isMine(post: Post): boolean {
  return post.user_id === myUserId();
}
