import { defineMessages, type MessageDescriptor } from '#kernel/web/index.ts';
import type { SidebarCategoryType } from '#messaging/sidebar/wire/index.ts';

export const sidebar_messages = defineMessages({
  favorites: { id: 'sidebar.favorites', defaultMessage: 'Favourites' },
  channels: { id: 'sidebar.channels', defaultMessage: 'Channels' },
  direct_messages: { id: 'sidebar.direct_messages', defaultMessage: 'Direct messages' },
  add: { id: 'sidebar.add', defaultMessage: 'Add' },
  browse: { id: 'sidebar.browse', defaultMessage: 'Browse channels' },
  create: { id: 'sidebar.create', defaultMessage: 'New channel' },
  direct: { id: 'sidebar.direct', defaultMessage: 'New direct message' },
  new_category: { id: 'sidebar.new_category', defaultMessage: 'New category' },
  unread: { id: 'sidebar.unread', defaultMessage: 'unread' },
  mentions: { id: 'sidebar.mentions', defaultMessage: '{count, plural, one {# mention} other {# mentions}}' },
  muted: { id: 'sidebar.muted', defaultMessage: 'muted' },
  channel_menu: { id: 'sidebar.channel_menu', defaultMessage: 'Menu of {name}' },
  category_menu: { id: 'sidebar.category_menu', defaultMessage: 'Menu of {name}' },
  favorite: { id: 'sidebar.favorite', defaultMessage: 'Add to favourites' },
  unfavorite: { id: 'sidebar.unfavorite', defaultMessage: 'Remove from favourites' },
  move: { id: 'sidebar.move', defaultMessage: 'Move to' },
  sort: { id: 'sidebar.sort', defaultMessage: 'Sort' },
  sort_alpha: { id: 'sidebar.sort.alpha', defaultMessage: 'By name' },
  sort_recent: { id: 'sidebar.sort.recent', defaultMessage: 'By last message' },
  sort_manual: { id: 'sidebar.sort.manual', defaultMessage: 'As I put them' },
  mark_read: { id: 'sidebar.mark_read', defaultMessage: 'Mark all as read' },
  mute: { id: 'sidebar.mute', defaultMessage: 'Mute category' },
  unmute: { id: 'sidebar.unmute', defaultMessage: 'Unmute category' },
  rename: { id: 'sidebar.rename', defaultMessage: 'Rename' },
  remove: { id: 'sidebar.remove', defaultMessage: 'Delete category' },
  remove_title: { id: 'sidebar.remove.title', defaultMessage: 'Delete the category {name}?' },
  remove_text: { id: 'sidebar.remove.text', defaultMessage: 'Its channels go back to Channels and Direct messages. Nothing in them changes.' },
  category_name: { id: 'sidebar.category_name', defaultMessage: 'Name' },
  category_hint: { id: 'sidebar.category_hint', defaultMessage: 'e.g. “On-call” or “Project Aurora”' },
  name_missing: { id: 'sidebar.name_missing', defaultMessage: 'Give the category a name.' },
  more_above: { id: 'sidebar.more_above', defaultMessage: 'Unread above' },
  more_below: { id: 'sidebar.more_below', defaultMessage: 'Unread below' },
  keys: { id: 'sidebar.keys', defaultMessage: 'Moving between channels' },
  key_previous: { id: 'sidebar.keys.previous', defaultMessage: 'Previous channel' },
  key_next: { id: 'sidebar.keys.next', defaultMessage: 'Next channel' },
  key_previous_unread: { id: 'sidebar.keys.previous_unread', defaultMessage: 'Previous unread channel' },
  key_next_unread: { id: 'sidebar.keys.next_unread', defaultMessage: 'Next unread channel' },
});

/** The default categories are named by the page, in its language; own ones as the person named them. */
export function categoryLabel(type: SidebarCategoryType): MessageDescriptor | undefined {
  return type === 'custom' ? undefined : sidebar_messages[type];
}
