import type { ProfileAttributeEvents as Events } from '#identity/profile-attributes/wire/index.ts';
import { realtime } from '#kernel/web/index.ts';
import { dropField, receiveField, receiveValues } from './profile-attributes.state.ts';

export function listenToAttributes(): void {
  realtime.on<Events['custom_profile_attributes_field_created']>('custom_profile_attributes_field_created', ({ field }) => receiveField(field));
  realtime.on<Events['custom_profile_attributes_field_updated']>('custom_profile_attributes_field_updated', ({ field }) => receiveField(field));
  realtime.on<Events['custom_profile_attributes_field_deleted']>('custom_profile_attributes_field_deleted', ({ field_id }) => dropField(field_id));
  realtime.on<Events['custom_profile_attributes_values_updated']>('custom_profile_attributes_values_updated', ({ user_id, values }) => receiveValues(user_id, values));
}
