import type { ProfileField, ProfileValues } from '#identity/profile-attributes/wire/index.ts';
import { api, myUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { attributesStore, receiveFields, receiveValues } from './profile-attributes.state.ts';

export async function fetchFields(): Promise<void> {
  receiveFields(await api.get<ProfileField[]>('/api/v4/custom_profile_attributes/fields'));
}

/** What is in the fields of somebody's profile; nothing is asked where there are no fields. */
export async function fetchValues(user_id: Id): Promise<void> {
  if (attributesStore.getState().fields.length) receiveValues(user_id, await api.get<ProfileValues>(`/api/v4/users/${user_id}/custom_profile_attributes`));
}

/** Fills fields of the own profile. Throws ApiError. */
export async function saveMyValues(values: ProfileValues): Promise<void> {
  receiveValues(myUserId(), await api.patch<ProfileValues>('/api/v4/custom_profile_attributes/values', values));
}
