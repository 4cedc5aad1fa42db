import { userError } from '#kernel/server/index.ts';
import { bookmark_limits } from '../wire/index.ts';
import type { Content } from './bookmarks.store.ts';

function isWebAddress(text: string): boolean {
  if (text.length > bookmark_limits.link_max || !URL.canParse(text)) return false;
  return ['http:', 'https:'].includes(new URL(text).protocol);
}

/** Refuses what a bookmark cannot be. */
export function checkBookmark(b: Content): void {
  const { name_max, link_max } = bookmark_limits;
  if (!b.display_name.trim() || [...b.display_name].length > name_max) throw userError('model.channel_bookmark.is_valid.display_name.app_error', `A bookmark needs a name of at most ${name_max} characters.`);
  if (b.type === 'link' && b.file_id) throw userError('model.channel_bookmark.is_valid.file_id.missing_or_invalid.app_error', 'A bookmark is a link or a file, not both.');
  if (b.type === 'file' && b.link_url) throw userError('model.channel_bookmark.is_valid.link_url.missing_or_invalid.app_error', 'A bookmark is a link or a file, not both.');
  if (b.type === 'link' && !isWebAddress(b.link_url)) throw userError('model.channel_bookmark.is_valid.link_url.missing_or_invalid.app_error', `The link must begin with http:// or https:// and have at most ${link_max} characters.`);
  if (b.type === 'link' && b.image_url && !isWebAddress(b.image_url)) throw userError('model.channel_bookmark.is_valid.image_url.app_error', 'The address of the picture must begin with http:// or https://.');
  if (b.type === 'file' && !b.file_id) throw userError('model.channel_bookmark.is_valid.file_id.missing_or_invalid.app_error', 'Upload the file first and name it in file_id.');
  if (b.image_url && b.file_id) throw userError('model.channel_bookmark.is_valid.link_file.app_error', 'A file has no picture of another address.');
}
