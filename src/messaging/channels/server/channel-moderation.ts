import { grants } from '#identity/roles/server/feature.ts';
import { createCache, type App, type Cache, type Sql } from '#kernel/server/index.ts';
import { moderated_permissions, type ChannelModeration, type ModeratedName } from '../wire/index.ts';

/** Whose rights are restricted: the role that gives them. */
const ROLES = { members: 'channel_user', guests: 'channel_guest' } as const;

type Who = keyof typeof ROLES;

/** `who name` of every restriction of a channel. */
type Restrictions = ReadonlySet<string>;

const NONE: Restrictions = new Set();
const NAMES = Object.keys(moderated_permissions) as ModeratedName[];
const nameOf = new Map<string, ModeratedName>(NAMES.flatMap((name) => moderated_permissions[name].map((permission) => [permission, name] as const)));
const kept = new WeakMap<App, Cache<Restrictions>>();

function cacheOf(app: App): Cache<Restrictions> {
  let cache = kept.get(app);
  if (!cache) kept.set(app, (cache = createCache<Restrictions>(app.bus, { name: 'channel-restrictions', max: 50_000, load: (ids) => readRestrictions(app.db, ids) })));
  return cache;
}

async function readRestrictions(sql: Sql, channel_ids: readonly string[]): Promise<Map<string, Restrictions>> {
  const rows = await sql.rows<{ channel_id: string; all: string[] }>(`SELECT channel_id, array_agg(who || ' ' || name) AS all FROM channel_restrictions WHERE channel_id = ANY($1) GROUP BY channel_id`, [channel_ids]);
  const found = new Map(rows.map((row) => [row.channel_id, new Set(row.all)]));
  return new Map(channel_ids.map((id) => [id, found.get(id) ?? NONE]));
}

/** Those of a member's roles that give a permission in this channel: without the ordinary ones where it is restricted. */
export async function rolesFor(app: App, channel_id: string, roles: readonly string[], permission: string): Promise<readonly string[]> {
  const name = nameOf.get(permission);
  if (!name) return roles;
  const restrictions = await cacheOf(app).get(channel_id);
  if (!restrictions?.size) return roles;
  return roles.filter((role) => !(role === ROLES.members && restrictions.has(`members ${name}`)) && !(role === ROLES.guests && restrictions.has(`guests ${name}`)));
}

/** What members and guests may do in a channel, in the protocol's form. `enabled`: their role would let them. */
export async function getModerations(app: App, channel_id: string): Promise<ChannelModeration[]> {
  const restrictions = (await cacheOf(app).get(channel_id)) ?? NONE;
  return NAMES.map((name) => {
    const state = (who: Who) => {
      const enabled = moderated_permissions[name].every((permission) => grants(app, [ROLES[who]], permission));
      return { value: enabled && !restrictions.has(`${who} ${name}`), enabled };
    };
    return { name, roles: { members: state('members'), guests: name === 'manage_members' || name === 'manage_bookmarks' ? null : state('guests') } };
  });
}

/** Restricts or allows things in a channel. */
export async function setRestrictions(app: App, channel_id: string, changes: readonly { who: Who; name: ModeratedName; is_allowed: boolean }[]): Promise<void> {
  const [allowed, denied] = [changes.filter((c) => c.is_allowed), changes.filter((c) => !c.is_allowed)];
  await app.db.tx(async (tx) => {
    await tx.run('DELETE FROM channel_restrictions r USING unnest($2::text[], $3::text[]) AS c (who, name) WHERE r.channel_id = $1 AND r.who = c.who AND r.name = c.name', [channel_id, allowed.map((c) => c.who), allowed.map((c) => c.name)]);
    await tx.run('INSERT INTO channel_restrictions (channel_id, who, name) SELECT $1, c.who, c.name FROM unnest($2::text[], $3::text[]) AS c (who, name) ON CONFLICT DO NOTHING', [channel_id, denied.map((c) => c.who), denied.map((c) => c.name)]);
  });
  cacheOf(app).invalidate(channel_id);
}
