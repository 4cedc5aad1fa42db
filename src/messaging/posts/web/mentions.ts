import { myGroupNames } from '#identity/groups/web/index.ts';
import { getMe } from '#identity/users/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { mentionsPerson } from './mentions.rules.ts';

/** Whether the reader is called in this post, so that it stands out. */
export function mentionsMe(post: Post): boolean {
  if (post.props.mentionHighlightDisabled === true) return false;
  const { username, notify_props, first_name } = getMe();
  const groups = post.props.disable_group_highlight === true ? [] : myGroupNames().map((name) => `@${name}`);
  const keys = [...(notify_props?.mention_keys ?? '').split(',').filter(Boolean), ...groups];
  return mentionsPerson(post, { username, keys: notify_props?.first_name === 'true' ? [...keys, first_name] : keys, is_called_by_all: notify_props?.channel !== 'false' });
}
