import { userError, type Ctx } from '#kernel/server/index.ts';
import { profile_attribute_limits as limits, type ProfileField } from '../wire/index.ts';
import { readField } from './profile-attributes.store.ts';

/** The field, or a 404. */
export async function requireField(ctx: Ctx, field_id: string): Promise<ProfileField> {
  const field = await readField(ctx.db, field_id);
  if (!field) throw userError('app.custom_profile_attributes.property_field_not_found.app_error', 'There is no such field.', 404);
  return field;
}

/** The name as it is kept. */
export function checkName(name: string): string {
  const clean = name.trim();
  if (!clean || [...clean].length > limits.name_max) throw userError('model.property_field.is_valid.app_error', `The name must have 1 to ${limits.name_max} characters.`);
  return clean;
}

/** Turns the database's complaint about a taken name into an error that says so. */
export function explainTaken(error: { code?: string; constraint?: string }): never {
  throw error.constraint === 'profile_fields_name' ? userError('app.custom_profile_attributes.name_taken.app_error', 'There is a field of this name already. Choose another.', 422) : error;
}
