import { userError } from '#kernel/server/index.ts';
import { post_limits } from '../wire/index.ts';

// Join and leave messages tell of people, not to people: they make no channel unread.
const UNCOUNTED = new Set([
  'system_join_leave', 'system_join_channel', 'system_leave_channel', 'system_join_team', 'system_leave_team',
  'system_add_to_channel', 'system_remove_from_channel', 'system_add_to_team', 'system_remove_from_team', 'system_add_remove',
  'system_guest_join_channel', 'system_add_guest_to_chan',
]);

/** Types that do not count as messages, for SQL. */
export const UNCOUNTED_TYPES: readonly string[] = [...UNCOUNTED];

/** Whether a post of this type makes its channel unread. */
export function isCounted(type: string): boolean {
  return !UNCOUNTED.has(type);
}

/** Written by the server itself. */
export function isSystemType(type: string): boolean {
  return type.startsWith('system_');
}

/** Refuses what a post may not be. Lengths are in Unicode code points, as the protocol counts them. */
export function checkPost(post: { message: string; props: Record<string, unknown>; file_ids: readonly string[]; hashtags: string }): void {
  const { message } = post;
  if (message.length > post_limits.message_max && [...message].length > post_limits.message_max) {
    throw userError('model.post.is_valid.message_length.app_error', `The message is longer than ${post_limits.message_max} characters. Shorten it or attach it as a file.`);
  }
  if (post.file_ids.length > post_limits.files_max) {
    throw userError('api.post.create_post.max_files.app_error', `A message can have at most ${post_limits.files_max} files.`);
  }
  if (hasManyProps(post.props) && JSON.stringify(post.props).length > post_limits.props_max) {
    throw userError('model.post.is_valid.props.app_error', 'The props of the message are too large.');
  }
}

function hasManyProps(props: Record<string, unknown>): boolean {
  for (const _ in props) return true;
  return false;
}

const HASHTAG = /(^|\s)(#[\p{L}][\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])/gu;
const CODE = /```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]+`/g;

/** The text without code blocks and code spans: what stands there addresses nobody. */
export function withoutCode(message: string): string {
  return message.includes('`') || message.includes('~~~') ? message.replace(CODE, ' ') : message;
}

/** The hashtags of a message, separated by spaces. */
export function hashtagsOf(message: string): string {
  if (!message.includes('#')) return '';
  const tags = [...withoutCode(message).matchAll(HASHTAG)].map((match) => match[2]!).filter((tag) => [...tag].length > 3);
  let out = '';
  for (const tag of tags) if (out.length + tag.length < post_limits.hashtags_max) out += out ? ` ${tag}` : tag;
  return out;
}
