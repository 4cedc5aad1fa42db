import { endSchemeRoles, insertSchemeRoles, roleChanged, type SchemeRole } from '#identity/roles/server/feature.ts';
import { newId, userError, type Ctx } from '#kernel/server/index.ts';
import { scheme_limits, scheme_name_pattern, type Scheme, type SchemeRoleNames, type SchemeScope } from '../wire/index.ts';
import { beforeSchemeDeleted } from './schemes.extensions.ts';
import { insertScheme, readScheme, ROLE_FIELDS, updateScheme } from './schemes.store.ts';

export interface NewScheme {
  readonly name: string;
  readonly display_name: string;
  readonly description: string;
  readonly scope: SchemeScope;
  /** Permissions that differ from those of the built-in roles, by the field of the role. */
  readonly permissions?: Partial<Record<keyof SchemeRoleNames, readonly string[]>>;
  /** The roles that a channel's narrow, where they are not the built-in ones. */
  readonly bases?: Partial<Record<keyof SchemeRoleNames, string>>;
}

/** Makes a scheme with roles of its own that begin as the built-in ones are. */
export async function makeScheme(ctx: Ctx, input: NewScheme): Promise<Scheme> {
  const names = Object.fromEntries(ROLE_FIELDS.map((field) => [field, isOfScope(field, input.scope) ? newId() : ''])) as SchemeRoleNames;
  const scheme: Scheme = { id: newId(ctx.now), name: input.name || newId(), display_name: input.display_name, description: input.description, create_at: ctx.now, update_at: ctx.now, delete_at: 0, scope: input.scope, ...names };
  demandGood(scheme);
  const roles = ROLE_FIELDS.filter((field) => names[field]).map((field): SchemeRole => {
    const builtin = builtinOf(field);
    const base = input.bases?.[field] ?? builtin;
    return { name: names[field], from: base, permissions: input.permissions?.[field], base_role: input.scope === 'channel' ? base : null, display_name: `${titleOf(builtin)} Role for Scheme ${scheme.name}`, scheme_id: scheme.id };
  });
  await ctx.db
    .tx(async (tx) => {
      await insertScheme(tx, scheme);
      await insertSchemeRoles(tx, ctx.app, roles, ctx.now);
    })
    .catch(explain);
  await roleChanged(ctx.app);
  return scheme;
}

/** Ends a scheme: who follows it goes back to the built-in roles. */
export async function endScheme(ctx: Ctx, scheme: Scheme): Promise<void> {
  for (const leave of ctx.app.all(beforeSchemeDeleted)) await leave(ctx, scheme);
  await ctx.db.tx(async (tx) => {
    await updateScheme(tx, { ...scheme, delete_at: ctx.now }, ctx.now);
    await endSchemeRoles(tx, scheme.id, ctx.now);
  });
  await roleChanged(ctx.app);
}

/** Saves changed texts and returns the scheme. */
export async function changeScheme(ctx: Ctx, scheme: Scheme): Promise<Scheme> {
  demandGood(scheme);
  return (await updateScheme(ctx.db, scheme, ctx.now).catch(explain)) ?? scheme;
}

/** A scheme that has not ended, or a 404. */
export async function requireScheme(ctx: Ctx, scheme_id: string): Promise<Scheme> {
  const scheme = await readScheme(ctx.db, scheme_id);
  if (!scheme || scheme.delete_at) throw userError('app.scheme.get.app_error', 'There is no such scheme.', 404);
  return scheme;
}

// Schemes of a team also say what its channels' and playbooks' roles are; those of a channel only the channel's.
function isOfScope(field: string, scope: SchemeScope): boolean {
  return scope === 'team' || field.startsWith(`default_${scope}_`);
}

/** `default_team_admin_role` → `team_admin` */
export function builtinOf(field: string): string {
  return field.replace(/^default_/, '').replace(/_role$/, '');
}

const titleOf = (name: string) => name.split('_').map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ');

function demandGood(scheme: Scheme): void {
  const size = [...scheme.display_name].length;
  const { display_name_max, description_max } = scheme_limits;
  const refuse = (why: string) => userError('app.scheme.save.invalid_scheme.app_error', why);
  if (!size || size > display_name_max) throw refuse(`The display name must have 1 to ${display_name_max} characters.`);
  if ([...scheme.description].length > description_max) throw refuse(`The description must have at most ${description_max} characters.`);
  if (!scheme_name_pattern.test(scheme.name)) throw refuse('The name must have 2 to 64 lower-case letters, digits or underscores.');
}

function explain(error: { code?: string }): never {
  throw error.code === '23505' ? userError('app.scheme.save.invalid_scheme.app_error', 'There is a scheme of this name already. Choose another name.') : error;
}
