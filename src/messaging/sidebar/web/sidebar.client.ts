import { api, toast } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { OrderedSidebarCategories, SidebarCategory } from '#messaging/sidebar/wire/index.ts';
import { moveChannel } from './sidebar.rules.ts';
import { receiveCategories, receiveSidebar, sidebarOf, sidebarStore } from './sidebar.state.ts';

const pathOf = (team_id: Id): string => `/api/v4/users/me/teams/${team_id}/channels/categories`;

export async function fetchSidebar(team_id: Id): Promise<void> {
  receiveSidebar(team_id, await api.get<OrderedSidebarCategories>(pathOf(team_id)));
}

/** Fetches again the sidebars that were on the screen before. */
export async function refetchSidebars(): Promise<void> {
  await Promise.all(Object.keys(sidebarStore.getState().by_team).map(fetchSidebar));
}

/** Saves changed categories; they show at once, and as before if the server refuses. */
export async function saveCategories(team_id: Id, changed: SidebarCategory[]): Promise<void> {
  if (!changed.length) return;
  const before = sidebarOf(team_id);
  receiveCategories(team_id, changed);
  try {
    await api.put(pathOf(team_id), changed);
  } catch (error) {
    if (before) receiveSidebar(team_id, before);
    toast.failure(error);
  }
}

export async function moveToCategory(team_id: Id, channel_id: Id, category_id: string): Promise<void> {
  await saveCategories(team_id, moveChannel(sidebarOf(team_id)?.categories ?? [], channel_id, category_id));
}

/** Puts a channel into a new category of its own. Throws ApiError. */
export async function createCategory(team_id: Id, display_name: string, channel_ids: Id[]): Promise<void> {
  await api.post(pathOf(team_id), { team_id, type: 'custom', display_name, channel_ids });
  await fetchSidebar(team_id);
}

/** Throws ApiError. */
export async function deleteCategory(category: SidebarCategory): Promise<void> {
  await api.delete(`${pathOf(category.team_id)}/${category.id}`);
  await fetchSidebar(category.team_id);
}
