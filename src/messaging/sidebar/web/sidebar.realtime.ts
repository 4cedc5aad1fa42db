import { teamsStore } from '#identity/teams/web/index.ts';
import { parseJsonText, realtime } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { SidebarEvents } from '#messaging/sidebar/wire/index.ts';
import { fetchSidebar, refetchSidebars } from './sidebar.client.ts';
import { receiveCategories, receiveOrder, sidebarOf } from './sidebar.state.ts';

export function listenToSidebar(): void {
  realtime.on<SidebarEvents['sidebar_category_created']>('sidebar_category_created', (_data, { team_id }) => refetch(team_id));
  realtime.on<SidebarEvents['sidebar_category_deleted']>('sidebar_category_deleted', (_data, { team_id }) => refetch(team_id));
  realtime.on<SidebarEvents['sidebar_category_order_updated']>('sidebar_category_order_updated', ({ order }, { team_id }) => receiveOrder(team_id, order));
  realtime.on<SidebarEvents['sidebar_category_updated']>('sidebar_category_updated', ({ updatedCategories }, { team_id }) => {
    if (updatedCategories && team_id) receiveCategories(team_id, parseJsonText(updatedCategories));
    else void refetchSidebars().catch(() => undefined);
  });
  // A sidebar is fetched when its team comes on the screen for the first time.
  teamsStore.subscribe(({ current_team_id }) => {
    if (current_team_id && !sidebarOf(current_team_id)) refetch(current_team_id);
  });
}

const under_way = new Set<Id>();

function refetch(team_id: Id): void {
  if (!team_id || under_way.has(team_id)) return;
  under_way.add(team_id);
  fetchSidebar(team_id)
    .catch(() => undefined)
    .finally(() => under_way.delete(team_id));
}
