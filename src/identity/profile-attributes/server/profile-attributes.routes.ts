import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { createProfileField } from './actions/create-profile-field.ts';
import { deleteProfileField } from './actions/delete-profile-field.ts';
import { patchProfileField } from './actions/patch-profile-field.ts';
import { saveOwnProfileValues } from './actions/save-own-profile-values.ts';
import { saveValuesOfUser } from './actions/save-profile-values.ts';
import { getProfileFieldGroup } from './queries/get-profile-field-group.ts';
import { listProfileFields } from './queries/list-profile-fields.ts';
import { listProfileValues } from './queries/list-profile-values.ts';

export const routes: Routes = {
  'GET /api/v4/custom_profile_attributes/fields': listProfileFields,
  'POST /api/v4/custom_profile_attributes/fields': route({ action: createProfileField, status: 201 }),
  'PATCH /api/v4/custom_profile_attributes/fields/:field_id': patchProfileField,
  'DELETE /api/v4/custom_profile_attributes/fields/:field_id': route({ action: deleteProfileField, answer: answerOk }),
  'GET /api/v4/custom_profile_attributes/group': getProfileFieldGroup,
  'PATCH /api/v4/custom_profile_attributes/values': route({ action: saveOwnProfileValues, body: '=values' }),
  'GET /api/v4/users/:user_id/custom_profile_attributes': listProfileValues,
  'PATCH /api/v4/users/:user_id/custom_profile_attributes': route({ action: saveValuesOfUser, body: '=values' }),
};
