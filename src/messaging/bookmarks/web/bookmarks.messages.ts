import { defineMessages } from '#kernel/web/index.ts';

export const bookmark_messages = defineMessages({
  bar: { id: 'bookmarks.bar', defaultMessage: 'Bookmarks' },
  add: { id: 'bookmarks.add', defaultMessage: 'Add a bookmark' },
  add_link: { id: 'bookmarks.add_link', defaultMessage: 'A link' },
  add_file: { id: 'bookmarks.add_file', defaultMessage: 'A file' },
  edit_title: { id: 'bookmarks.edit_title', defaultMessage: 'Edit the bookmark' },
  name: { id: 'bookmarks.name', defaultMessage: 'Name' },
  link: { id: 'bookmarks.link', defaultMessage: 'Link' },
  link_missing: { id: 'bookmarks.link_missing', defaultMessage: 'Give an address that begins with http:// or https://.' },
  more: { id: 'bookmarks.more', defaultMessage: 'What to do with “{name}”' },
  edit: { id: 'bookmarks.edit', defaultMessage: 'Edit' },
  copy: { id: 'bookmarks.copy', defaultMessage: 'Copy link' },
  copied: { id: 'bookmarks.copied', defaultMessage: 'Link copied.' },
  to_start: { id: 'bookmarks.to_start', defaultMessage: 'Move towards the start' },
  to_end: { id: 'bookmarks.to_end', defaultMessage: 'Move towards the end' },
  delete: { id: 'bookmarks.delete', defaultMessage: 'Delete' },
  delete_title: { id: 'bookmarks.delete_title', defaultMessage: 'Delete the bookmark “{name}”?' },
  delete_text: { id: 'bookmarks.delete_text', defaultMessage: 'It goes for everybody in this channel.' },
  delete_file_text: { id: 'bookmarks.delete_file_text', defaultMessage: 'It goes for everybody in this channel, with its file.' },
});
