import { create } from 'zustand';
import type { Id } from '#kernel/wire/index.ts';
import type { OrderedSidebarCategories, SidebarCategory } from '#messaging/sidebar/wire/index.ts';

/** Categories by team, in the order the person gave them. */
export const sidebarStore = create<{ by_team: Record<Id, OrderedSidebarCategories> }>(() => ({ by_team: {} }));

export function receiveSidebar(team_id: Id, categories: OrderedSidebarCategories): void {
  sidebarStore.setState(({ by_team }) => ({ by_team: { ...by_team, [team_id]: categories } }));
}

export function receiveCategories(team_id: Id, changed: SidebarCategory[]): void {
  const known = sidebarStore.getState().by_team[team_id];
  if (!known) return;
  const by_id = new Map(changed.map((one) => [one.id, one]));
  receiveSidebar(team_id, { ...known, categories: known.categories.map((one) => by_id.get(one.id) ?? one) });
}

export function receiveOrder(team_id: Id, order: string[]): void {
  const known = sidebarStore.getState().by_team[team_id];
  if (known) receiveSidebar(team_id, { ...known, order });
}

export function forgetSidebar(): void {
  sidebarStore.setState({ by_team: {} });
}

export function sidebarOf(team_id: Id): OrderedSidebarCategories | undefined {
  return sidebarStore.getState().by_team[team_id];
}

/** The category a channel is in, for menus; undefined while it is in none. */
export function useCategoryOf(team_id: Id, channel_id: Id): SidebarCategory | undefined {
  return sidebarStore((state) => state.by_team[team_id]?.categories.find((one) => one.channel_ids.includes(channel_id)));
}
