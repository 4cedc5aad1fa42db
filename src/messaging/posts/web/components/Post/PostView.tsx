import { Eye } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button, classNames, formatTime, useMyUserId, useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { ReactionRow } from '#messaging/reactions/web/index.ts';
import { editorState } from '../../editor.state.ts';
import { mentionsMe } from '../../mentions.ts';
import { dismissPost, toggleReaction } from '../../posts.actions.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { isMembershipPost, isSystemPost } from '../../posts.rows.ts';
import { EditBox } from '../Composer/EditBox.tsx';
import { ActivityLine } from '../SystemPost/ActivityLine.tsx';
import { SystemPost } from '../SystemPost/SystemPost.tsx';
import { AddMentioned } from './AddMentioned.tsx';
import styles from './Post.module.css';
import { PostAvatar } from './PostAvatar.tsx';
import { PostBody } from './PostBody.tsx';
import { PostHead, PostMarks } from './PostHead.tsx';
import { ThreadFoot } from './ThreadFoot.tsx';

export type PostViewProps = {
  post: Post;
  /** Follows another post of the same author: without picture and name. */
  is_grouped?: boolean;
  /** `thread`: no thread line below. `result`: dated, for lists out of context. */
  place: 'channel' | 'thread' | 'result';
  is_focused?: boolean;
  marked_words?: readonly string[];
  /** Buttons that float over the post. */
  toolbar?: ReactNode;
};

/** One message, of whatever kind. */
export const PostView = memo(function PostView({ post, is_grouped = false, place, is_focused = false, marked_words, toolbar }: PostViewProps): ReactNode {
  const me = useMyUserId();
  const is_editing = editorState((state) => state.post_id === post.id && state.place === place);
  if (isMembershipPost(post)) return <ActivityLine posts={[post]} />;
  if (isSystemPost(post)) return <SystemPost post={post} toolbar={toolbar} />;
  const is_ephemeral = post.type === 'system_ephemeral';
  return (
    <article className={classNames(styles.post, is_grouped && styles.grouped, is_focused && styles.focused, is_ephemeral && styles.ephemeral, !post.delete_at && mentionsMe(post) && post.user_id !== me && styles.mentioned)}>
      <div className={styles.side}>
        {is_grouped ? <SideMarks post={post} /> : <PostAvatar post={post} />}
      </div>
      <div className={styles.main}>
        {is_ephemeral && <EphemeralNote post={post} />}
        {!is_grouped && <PostHead post={post} is_dated={place === 'result'} />}
        {post.delete_at ? <DeletedText /> : is_editing ? <EditBox post={post} /> : <PostBody post={post} marked_words={marked_words} />}
        {!post.delete_at && <PostFoot post={post} place={place} />}
      </div>
      {!is_editing && !post.delete_at && toolbar}
    </article>
  );
});

function PostFoot({ post, place }: Pick<PostViewProps, 'post' | 'place'>): ReactNode {
  const reactions = post.metadata?.reactions;
  return (
    <>
      {post.props.add_channel_member && <AddMentioned post={post} />}
      {reactions && reactions.length > 0 && <ReactionRow reactions={reactions} on_toggle={(name) => toggleReaction(post.id, name)} />}
      {place !== 'thread' && !post.root_id && <ThreadFoot post={post} />}
    </>
  );
}

/** Beside a post without a head: its marks, and its time while it is pointed at. */
function SideMarks({ post }: { post: Post }): ReactNode {
  return (
    <>
      <PostMarks post={post} />
      <time className={styles.side_time} dateTime={new Date(post.create_at).toISOString()}>{formatTime(post.create_at)}</time>
    </>
  );
}

function DeletedText(): ReactNode {
  const t = useT();
  return <p className={styles.deleted}>{t(m.deleted)}</p>;
}

function EphemeralNote({ post }: { post: Post }): ReactNode {
  const t = useT();
  return (
    <p className={styles.only_you}>
      <Eye size={13} aria-hidden="true" />
      {t(m.only_you)}
      <Button size="s" variant="quiet" className={styles.dismiss} onClick={() => dismissPost(post)}>{t(m.dismiss)}</Button>
    </p>
  );
}
