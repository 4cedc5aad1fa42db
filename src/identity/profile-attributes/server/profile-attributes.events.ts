import { defineEvent, framesOf, toAll } from '#kernel/server/index.ts';
import type { ProfileAttributeEvents as Frames } from '../wire/index.ts';

export const profileFieldCreated = defineEvent<Frames['custom_profile_attributes_field_created']>('profile-field.created');
export const profileFieldUpdated = defineEvent<Frames['custom_profile_attributes_field_updated']>('profile-field.updated');
export const profileFieldDeleted = defineEvent<Frames['custom_profile_attributes_field_deleted']>('profile-field.deleted');
/** What others may see of the values of one person has changed. */
export const profileValuesUpdated = defineEvent<Frames['custom_profile_attributes_values_updated']>('profile-values.updated');

export const frames = [
  framesOf(profileFieldCreated, (data) => ({ event: 'custom_profile_attributes_field_created', data, ...toAll() })),
  framesOf(profileFieldUpdated, (data) => ({ event: 'custom_profile_attributes_field_updated', data, ...toAll() })),
  framesOf(profileFieldDeleted, (data) => ({ event: 'custom_profile_attributes_field_deleted', data, ...toAll() })),
  framesOf(profileValuesUpdated, (data) => ({ event: 'custom_profile_attributes_values_updated', data, ...toAll() })),
];
