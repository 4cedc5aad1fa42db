import { findRole, setBaseRole, roleChanged } from '#identity/roles/server/feature.ts';
import { builtinOf, endScheme, readScheme, roleNames, type RoleNames, type SchemeRolesColumn } from '#identity/schemes/server/feature.ts';
import type { Scheme } from '#identity/schemes/wire/index.ts';
import { getTeam } from '#identity/teams/server/feature.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { Channel } from '../wire/index.ts';
import { forgetAllMemberships, forgetChannels } from './channels.cache.ts';
import { channelModerated } from './channels.events.ts';
import { readChannelsOfScheme, updateChannel } from './channels.store.ts';

type OfChannel = Pick<Channel, 'scheme_id' | 'team_id'>;

const columnOf = (scheme: Scheme | undefined): SchemeRolesColumn => (scheme && !scheme.delete_at ? [scheme.default_channel_guest_role, scheme.default_channel_user_role, scheme.default_channel_admin_role] : null);

/** What the roles of a channel's guests, members and administrators are called: by its own scheme, else its team's. */
export async function roleNamesOf(ctx: Pick<Ctx, 'app' | 'db'>, channel: OfChannel): Promise<RoleNames> {
  const own = channel.scheme_id ? columnOf(await readScheme(ctx.db, channel.scheme_id)) : null;
  return own ? roleNames('channel', own) : higherRoleNames(ctx, channel);
}

/** What they would be called without a scheme of the channel's own. */
export async function higherRoleNames(ctx: Pick<Ctx, 'app' | 'db'>, { team_id }: Pick<Channel, 'team_id'>): Promise<RoleNames> {
  const scheme_id = team_id ? (await getTeam(ctx.app, team_id))?.scheme_id : null;
  return roleNames('channel', scheme_id ? columnOf(await readScheme(ctx.db, scheme_id)) : null);
}

/** Gives a channel to a scheme, or with null back to the roles of its team. */
export async function saveScheme(ctx: Ctx, channel: Channel, scheme_id: string | null): Promise<void> {
  const after = await updateChannel(ctx.db, channel.id, { scheme_id }, ctx.now);
  if (after) forgetChannels(ctx.app, channel, after);
  forgetAllMemberships(ctx.app);
  ctx.emit(channelModerated, { channel_id: channel.id });
}

/** The channels of a scheme that ends go back to the roles of their teams. */
export async function leaveScheme(ctx: Ctx, scheme: Scheme): Promise<void> {
  for (const channel of await readChannelsOfScheme(ctx.db, scheme.id)) await saveScheme(ctx, channel, null);
  forgetAllMemberships(ctx.app);
}

/** Channels of a team that follows another scheme: their own roles narrow those of the new one. */
export async function followTeamScheme(ctx: Ctx, team: Team, scheme: Scheme | null): Promise<void> {
  const rows = await ctx.db.rows<{ scheme_id: string }>('SELECT DISTINCT scheme_id FROM channels WHERE team_id = $1 AND scheme_id IS NOT NULL', [team.id]);
  for (const { scheme_id } of rows) {
    const own = await readScheme(ctx.db, scheme_id);
    for (const field of ['default_channel_admin_role', 'default_channel_user_role', 'default_channel_guest_role'] as const) if (own?.[field]) await setBaseRole(ctx.db, own[field], scheme?.[field] || builtinOf(field), ctx.now);
  }
  if (rows.length) await roleChanged(ctx.app);
  forgetAllMemberships(ctx.app);
}

/** Ends a channel's own scheme. */
export async function dropScheme(ctx: Ctx, channel: Channel): Promise<void> {
  const scheme = channel.scheme_id ? await readScheme(ctx.db, channel.scheme_id) : undefined;
  if (scheme) await endScheme(ctx, scheme);
}

/** What a role permits. */
export function permissionsOf(ctx: Pick<Ctx, 'app'>, role: string): readonly string[] {
  return findRole(ctx.app, role)?.permissions ?? [];
}
