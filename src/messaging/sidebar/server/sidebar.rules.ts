import { category_sort_step, default_categories, type OrderedSidebarCategories, type SidebarCategory, type SidebarCategoryType } from '../wire/index.ts';

export type CategoryRow = Omit<SidebarCategory, 'channel_ids'>;

/** A channel of the sidebar and where its owner has put it; '' is nowhere in particular. */
export interface PlacedChannel {
  readonly channel_id: string;
  readonly is_direct: boolean;
  readonly category_id: string;
}

/** The id of a category that everybody has. */
export function defaultCategoryId(type: SidebarCategoryType, user_id: string, team_id: string): string {
  return `${type}_${user_id}_${team_id}`;
}

/** The categories of somebody who has never changed them. */
export function defaultCategories(user_id: string, team_id: string): CategoryRow[] {
  return default_categories.map((category) => ({ ...category, id: defaultCategoryId(category.type, user_id, team_id), user_id, team_id, muted: false, collapsed: false }));
}

/** Puts channels into categories: where they were put, else into the default of their type. Both lists come in order. */
export function fillCategories(rows: readonly CategoryRow[], channels: readonly PlacedChannel[]): OrderedSidebarCategories {
  const categories = [...rows].sort((a, b) => a.sort_order - b.sort_order).map((row): SidebarCategory => ({ ...row, channel_ids: [] }));
  const by_id = new Map(categories.map((category) => [category.id, category]));
  const by_type = new Map(categories.map((category) => [category.type, category]));
  for (const { channel_id, is_direct, category_id } of channels) (by_id.get(category_id) ?? by_type.get(is_direct ? 'direct_messages' : 'channels'))?.channel_ids.push(channel_id);
  return { categories, order: categories.map((category) => category.id) };
}

/** Where a new category goes: after the favourites if they are first, else to the top. */
export function orderWith(categories: readonly Pick<SidebarCategory, 'id' | 'type'>[], new_id: string): string[] {
  const order = categories.map((category) => category.id);
  order.splice(categories[0]?.type === 'favorites' ? 1 : 0, 0, new_id);
  return order;
}

/** The sort order of each place. */
export function sortOrderAt(index: number): number {
  return index * category_sort_step;
}

/** Which channels become muted or unmuted when categories change: by the category's switch, or by moving between a muted one and another. */
export function findMutes(before: readonly SidebarCategory[], after: readonly SidebarCategory[]): { mute: string[]; unmute: string[] } {
  const old = new Map(before.map((category) => [category.id, category]));
  const from = new Map(before.flatMap((category) => category.channel_ids.map((id) => [id, category] as const)));
  const changes = after.flatMap((category) => {
    const is_switched = old.get(category.id)?.muted !== category.muted;
    return category.channel_ids.filter((id) => is_switched || from.get(id)?.muted !== category.muted).map((id) => ({ id, muted: category.muted }));
  });
  return { mute: changes.filter((c) => c.muted).map((c) => c.id), unmute: changes.filter((c) => !c.muted).map((c) => c.id) };
}
