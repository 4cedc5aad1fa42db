import { useEffect, useRef, useState, type ReactNode } from 'react';
import { displayName, getUser } from '#identity/users/web/index.ts';
import { t, useMyUserId } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { plainText } from '../../markdown/render.tsx';
import { post_messages as m } from '../../posts.messages.ts';

const SAID_MAX = 280;

/** Says new messages to screen readers, politely. */
export function NewPostAnnouncer({ post }: { post: Post | undefined }): ReactNode {
  const me = useMyUserId();
  const last_id = useRef(post?.id);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!post || post.id === last_id.current) return;
    const is_first = last_id.current === undefined;
    last_id.current = post.id;
    if (is_first || post.user_id === me || post.delete_at) return;
    const name = post.props.override_username || displayName(getUser(post.user_id));
    const text = plainText(parseMarkdown(post.message)).trim() || t(m.announced_file);
    setSaid(t(m.announced, { name, text: text.slice(0, SAID_MAX) }));
  }, [post, me]);
  return <div className="visually-hidden" aria-live="polite">{said}</div>;
}
