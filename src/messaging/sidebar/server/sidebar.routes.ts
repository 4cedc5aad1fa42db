import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createCategory } from './actions/create-category.ts';
import { deleteCategory } from './actions/delete-category.ts';
import { orderCategories } from './actions/order-categories.ts';
import { updateCategories } from './actions/update-categories.ts';
import { updateCategory } from './actions/update-category.ts';
import { getCategory } from './queries/get-category.ts';
import { getSidebarOrder } from './queries/get-sidebar-order.ts';
import { getSidebar } from './queries/get-sidebar.ts';

const SIDEBAR = '/api/v4/users/:user_id/teams/:team_id/channels/categories';

export const routes: Routes = {
  [`GET ${SIDEBAR}`]: getSidebar,
  [`POST ${SIDEBAR}`]: route({ action: createCategory, body: '=category' }),
  [`PUT ${SIDEBAR}`]: route({ action: updateCategories, body: 'categories' }),
  [`GET ${SIDEBAR}/order`]: getSidebarOrder,
  [`PUT ${SIDEBAR}/order`]: route({ action: orderCategories, body: 'order' }),
  [`GET ${SIDEBAR}/:category_id`]: getCategory,
  [`PUT ${SIDEBAR}/:category_id`]: route({ action: updateCategory, body: '=category' }),
  [`DELETE ${SIDEBAR}/:category_id`]: route({ action: deleteCategory, answer: answerOk }),
};
