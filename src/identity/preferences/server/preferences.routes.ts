import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { deletePreferencesOf } from './actions/delete-preferences.ts';
import { savePreferencesOf } from './actions/save-preferences.ts';
import { getPreference } from './queries/get-preference.ts';
import { listCategory } from './queries/list-preferences-of-category.ts';
import { listPreferences } from './queries/list-preferences.ts';

export const routes: Routes = {
  'GET /api/v4/users/:user_id/preferences': listPreferences,
  'PUT /api/v4/users/:user_id/preferences': route({ action: savePreferencesOf, body: 'preferences', answer: answerOk }),
  'POST /api/v4/users/:user_id/preferences/delete': route({ action: deletePreferencesOf, body: 'preferences', answer: answerOk }),
  'GET /api/v4/users/:user_id/preferences/:category': listCategory,
  'GET /api/v4/users/:user_id/preferences/:category/name/:preference_name': getPreference,
};
