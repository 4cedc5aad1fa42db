import { hasPermission } from '#identity/roles/server/feature.ts';
import { getUsers, needUser } from '#identity/users/server/feature.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import type { ProfileField, ProfileValues } from '../wire/index.ts';
import { profileValuesUpdated } from './profile-attributes.events.ts';
import { checkValue } from './profile-attributes.rules.ts';
import { listFields, saveValues } from './profile-attributes.store.ts';

/** Checks and saves values of somebody's profile, tells everybody and returns what was saved. */
export async function saveProfileValues(ctx: Ctx, user_id: string, given: Readonly<Record<string, unknown>>): Promise<ProfileValues> {
  await needUser(ctx, user_id);
  const known = new Map((await listFields(ctx.db)).map((field) => [field.id, field]));
  const is_admin = await hasPermission(ctx, 'manage_system');
  const values = new Map<string, string | string[] | null>();
  for (const [field_id, value] of Object.entries(given)) {
    const field = known.get(field_id);
    if (!field) throw userError('app.custom_profile_attributes.property_field_not_found.app_error', 'There is no such field.', 404);
    demandMayFill(field, is_admin);
    values.set(field_id, checkValue(field, value));
    if (field.type === 'user' || field.type === 'multiuser') await demandPeople(ctx, field, values.get(field_id) ?? null);
  }
  await ctx.db.tx((tx) => saveValues(tx, user_id, values, ctx.now));
  const saved = Object.fromEntries([...values].map(([id, value]) => [id, value ?? (isList(known.get(id)!) ? [] : '')]));
  const visible = Object.fromEntries(Object.entries(saved).filter(([id]) => known.get(id)!.attrs.visibility !== 'hidden'));
  if (Object.keys(visible).length) ctx.emit(profileValuesUpdated, { user_id, values: visible });
  return saved;
}

function demandMayFill(field: ProfileField, is_admin: boolean): void {
  const { ldap, saml, managed } = field.attrs;
  if (ldap || saml) throw userError('app.custom_profile_attributes.property_field_is_synced.app_error', `${field.name} comes from a directory. Change it there.`);
  if (managed === 'admin' && !is_admin) throw userError('app.custom_profile_attributes.property_field_is_managed.app_error', `${field.name} is filled by administrators.`, 403);
}

async function demandPeople(ctx: Ctx, field: ProfileField, value: string | string[] | null): Promise<void> {
  const ids = value === null ? [] : [value].flat();
  if ((await getUsers(ctx.app, ids)).size < ids.length) throw userError('app.custom_profile_attributes.validate_value.app_error', `${field.name}: somebody in it has no account.`, 422);
}

const isList = (field: ProfileField) => field.type === 'multiselect' || field.type === 'multiuser';
