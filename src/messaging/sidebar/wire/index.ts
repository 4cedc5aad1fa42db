import type { Id, JsonText } from '#kernel/wire/index.ts';

export type SidebarCategoryType = 'favorites' | 'channels' | 'direct_messages' | 'custom';
export type SidebarSorting = '' | 'manual' | 'recent' | 'alpha';

/** Default categories have the id `<type>_<user_id>_<team_id>`, custom ones 26 characters. */
export type SidebarCategory = {
  id: string;
  user_id: Id;
  team_id: Id;
  sort_order: number;
  sorting: SidebarSorting;
  type: SidebarCategoryType;
  display_name: string;
  muted: boolean;
  collapsed: boolean;
  channel_ids: Id[];
};

export type OrderedSidebarCategories = { categories: SidebarCategory[]; order: string[] };

export const category_display_name_max = 64;
export const category_sort_step = 10;

/** The three the server makes for everybody; their display names are the protocol's English ones. */
export const default_categories = [
  { type: 'favorites', display_name: 'Favorites', sort_order: 0, sorting: '' },
  { type: 'channels', display_name: 'Channels', sort_order: 10, sorting: '' },
  { type: 'direct_messages', display_name: 'Direct Messages', sort_order: 20, sorting: 'recent' },
] as const;

export type SidebarEvents = {
  sidebar_category_created: { category_id: string };
  /** Without data after a change of favourite preferences: fetch again. */
  sidebar_category_updated: { updatedCategories?: JsonText<SidebarCategory[]> };
  sidebar_category_deleted: { category_id: string };
  sidebar_category_order_updated: { order: string[] };
};
