import { create } from 'zustand';
import type { Id } from '#kernel/wire/index.ts';

type EditorState = {
  /** The post that is being edited in its place; '' = none. */
  readonly post_id: Id;
  /** In which list it is edited: the same post may be on the screen twice. */
  readonly place: string;
};

export const editorState = create<EditorState>(() => ({ post_id: '', place: '' }));

export function startEditing(post_id: Id, place: string): void {
  editorState.setState({ post_id, place });
}

export function stopEditing(): void {
  editorState.setState({ post_id: '', place: '' });
}
