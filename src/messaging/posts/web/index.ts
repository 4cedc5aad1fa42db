import { defineWebFeature } from '#kernel/web/index.ts';
import { channel_slots } from '#messaging/channels/web/index.ts';
import { MessageView } from './components/MessageView/MessageView.tsx';
import { forgetDrafts, loadDrafts } from './drafts.state.ts';
import { stopEditing } from './editor.state.ts';
import { forgetOutbox, resumeOutbox, watchConnection } from './outbox.state.ts';
import { listenToPosts } from './posts.realtime.ts';
import { forgetPosts } from './posts.state.ts';

export { Composer } from './components/Composer/Composer.tsx';
export { TypingLine } from './components/Composer/TypingLine.tsx';
export { Markdown, type MarkdownProps } from './components/Markdown/Markdown.tsx';
export { stayInPage } from './components/Markdown/parts.tsx';
export { DateLine, NewLine, PostSkeletons } from './components/MessageView/lines.tsx';
export { MessageView } from './components/MessageView/MessageView.tsx';
export { PendingRowView, PostRow } from './components/MessageView/PostRow.tsx';
export { PersonButton } from './components/PersonButton/PersonButton.tsx';
export { PostView, type PostViewProps } from './components/Post/PostView.tsx';
export { PostScroller } from './components/PostScroller/PostScroller.tsx';
export { PostToolbar } from './components/PostToolbar/PostToolbar.tsx';
export { draftKey, draftsState, getDraft, saveDraft, useDraft, useHasDraft, type Draft } from './drafts.state.ts';
export { post_slots, type ComposerSlotProps } from './posts.slots.ts';
export { startEditing } from './editor.state.ts';
export { parseMarkdown } from './markdown/parse.ts';
export { plainText } from './markdown/render.tsx';
export { usePending } from './outbox.state.ts';
export { actOnPost } from './post-keys.ts';
export { openThread } from './posts.actions.ts';
export { loadThread } from './posts.load.ts';
export { post_messages } from './posts.messages.ts';
export { useCanWrite } from './posts.rights.ts';
export { buildRows, isSystemPost, type Row } from './posts.rows.ts';
export { getPost, keepPosts, postsState, threadMarksState, usePost, type ThreadMark } from './posts.state.ts';
export { useWindowFocus } from './useWindowFocus.ts';

export default defineWebFeature({
  name: 'posts',
  slots: [channel_slots.messages.add(MessageView)],
  start: () => {
    listenToPosts();
    watchConnection();
  },
  load: async () => {
    loadDrafts();
    resumeOutbox();
  },
  forget: () => {
    forgetPosts();
    forgetDrafts();
    forgetOutbox();
    stopEditing();
  },
});
