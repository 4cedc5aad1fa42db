import type { Id, Timestamp } from '#kernel/wire/index.ts';

export type AttributeType = 'text' | 'select' | 'multiselect' | 'date' | 'user' | 'multiuser';
export type AttributeVisibility = 'hidden' | 'when_set' | 'always';
export type AttributeOption = { id: Id; name: string; color: string };

/** `managed`: only administrators fill it. `ldap`, `saml`: a directory fills it. */
export type AttributeAttrs = {
  visibility: AttributeVisibility;
  sort_order: number;
  options: AttributeOption[] | null;
  value_type: '' | 'email' | 'url' | 'phone';
  ldap: string;
  saml: string;
  managed: '' | 'admin';
};

/** A field that every profile has. */
export type ProfileField = {
  id: Id;
  group_id: Id;
  name: string;
  type: AttributeType;
  attrs: AttributeAttrs;
  target_id: string;
  target_type: string;
  create_at: Timestamp;
  update_at: Timestamp;
  delete_at: Timestamp;
};

/** Field id → a text, or a list of ids. */
export type ProfileValues = Record<Id, string | string[]>;

export const profile_attribute_limits = { fields_max: 20, name_max: 255, option_name_max: 128, option_color_max: 128, text_max: 64, options_max: 200, list_max: 100 } as const;

export type ProfileAttributeEvents = {
  custom_profile_attributes_field_created: { field: ProfileField };
  custom_profile_attributes_field_updated: { field: ProfileField; delete_values: boolean };
  custom_profile_attributes_field_deleted: { field_id: Id };
  custom_profile_attributes_values_updated: { user_id: Id; values: ProfileValues };
};
