import { defineEvent, framesOf, toUser, type Frame } from '#kernel/server/index.ts';
import type { SidebarCategory, SidebarEvents } from '../wire/index.ts';

interface Owner {
  readonly user_id: string;
  readonly team_id: string;
}

export const categoryCreated = defineEvent<Owner & { category_id: string }>('sidebar.category-created');
export const categoriesUpdated = defineEvent<Owner & { categories: readonly SidebarCategory[] }>('sidebar.categories-updated');
export const categoryDeleted = defineEvent<Owner & { category_id: string }>('sidebar.category-deleted');
export const categoryOrderUpdated = defineEvent<Owner & { order: readonly string[] }>('sidebar.category-order-updated');
/** The sidebar may have changed with a preference: clients fetch it again. */
export const sidebarTouched = defineEvent<{ user_id: string }>('sidebar.touched');

const toOwner = ({ user_id, team_id }: Owner): Pick<Frame, 'topics' | 'broadcast'> => ({ topics: toUser(user_id).topics, broadcast: { user_id, team_id } });

export const frames = [
  framesOf(categoryCreated, (e) => ({ event: 'sidebar_category_created', data: { category_id: e.category_id } satisfies SidebarEvents['sidebar_category_created'], ...toOwner(e) })),
  framesOf(categoriesUpdated, (e) => ({ event: 'sidebar_category_updated', data: { updatedCategories: JSON.stringify(e.categories) } satisfies SidebarEvents['sidebar_category_updated'], ...toOwner(e) })),
  framesOf(categoryDeleted, (e) => ({ event: 'sidebar_category_deleted', data: { category_id: e.category_id } satisfies SidebarEvents['sidebar_category_deleted'], ...toOwner(e) })),
  framesOf(categoryOrderUpdated, (e) => ({ event: 'sidebar_category_order_updated', data: { order: [...e.order] } satisfies SidebarEvents['sidebar_category_order_updated'], ...toOwner(e) })),
  framesOf(sidebarTouched, ({ user_id }) => ({ event: 'sidebar_category_updated', data: {}, ...toUser(user_id) })),
];
