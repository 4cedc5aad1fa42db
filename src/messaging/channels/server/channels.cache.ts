import { effectiveRoles, roleNames } from '#identity/schemes/server/feature.ts';
import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import type { Channel, ChannelStats } from '../wire/index.ts';
import { countMembers, readMembershipsOf, type MemberFlags } from './channel-members.store.ts';
import { forgetNotifyProps } from './channel-notify.ts';
import { readChannels, readChannelsByNames } from './channels.store.ts';

/** A person's membership with its effective roles taken apart. */
export interface ChannelMembership extends Omit<MemberFlags, 'channel_id' | 'user_id' | 'scheme_roles'> {
  readonly roles: readonly string[];
}

/** Members of a channel whose accounts are active. */
export type MemberCounts = Pick<ChannelStats, 'member_count' | 'guest_count'>;

interface Caches {
  readonly channels: Cache<Channel>;
  readonly names: Cache<string>;
  readonly memberships: Cache<ReadonlyMap<string, ChannelMembership>>;
  readonly counts: Cache<MemberCounts>;
}

const kept = new WeakMap<App, Caches>();
const NONE: ReadonlyMap<string, ChannelMembership> = new Map();

function cachesOf(app: App): Caches {
  let caches = kept.get(app);
  if (!caches) kept.set(app, (caches = makeCaches(app)));
  return caches;
}

function makeCaches(app: App): Caches {
  return {
    channels: createCache<Channel>(app.bus, { name: 'channels', max: 50_000, load: (ids) => readChannels(app.db, ids) }),
    names: createCache<string>(app.bus, { name: 'channel-names', max: 50_000, load: (keys) => loadNames(app, keys) }),
    memberships: createCache<ReadonlyMap<string, ChannelMembership>>(app.bus, { name: 'channel-memberships', max: 50_000, load: (ids) => loadMemberships(app, ids) }),
    counts: createCache<MemberCounts>(app.bus, { name: 'channel-member-counts', max: 20_000, load: (ids) => countMembers(app.db, ids) }),
  };
}

// A name belongs to a team, so the key is both; '' is the team of direct and group channels.
const nameKey = (team_id: string, name: string) => `${team_id}/${name}`;

async function loadNames(app: App, keys: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const key of keys) {
    const at = key.indexOf('/');
    const [channel] = await readChannelsByNames(app.db, key.slice(0, at), [key.slice(at + 1)]);
    if (channel) found.set(key, channel.id);
  }
  return found;
}

// Nearly all memberships are alike: equal ones are one object, so that a person in 500 channels costs little.
async function loadMemberships(app: App, user_ids: readonly string[]): Promise<Map<string, ReadonlyMap<string, ChannelMembership>>> {
  const found = new Map(user_ids.map((id) => [id, new Map<string, ChannelMembership>()]));
  const alike = new Map<string, ChannelMembership>();
  for (const { channel_id, user_id, scheme_roles, ...flags } of await readMembershipsOf(app.db, user_ids)) {
    const key = `${flags.scheme_guest}${flags.scheme_user}${flags.scheme_admin}${flags.explicit_roles} ${scheme_roles ?? ''}`;
    let membership = alike.get(key);
    if (!membership) alike.set(key, (membership = { ...flags, roles: effectiveRoles(flags, roleNames('channel', scheme_roles)) }));
    found.get(user_id)!.set(channel_id, membership);
  }
  return found;
}

/**
 * A channel, also an archived one; undefined if there is none. From memory when warm: its counters and times of posts
 * are those of when it was read. Ask `readChannel` where they matter.
 */
export function getChannel(app: App, id: string): Promise<Channel | undefined> {
  return cachesOf(app).channels.get(id);
}

/** Several channels at once, as `getChannel`. */
export function getChannels(app: App, ids: readonly string[]): Promise<Map<string, Channel>> {
  return cachesOf(app).channels.getMany(ids);
}

/** A channel of a team by its name, as `getChannel`. */
export async function getChannelByName(app: App, team_id: string, name: string): Promise<Channel | undefined> {
  const id = await cachesOf(app).names.get(nameKey(team_id, name.toLowerCase()));
  const channel = id === undefined ? undefined : await getChannel(app, id);
  return channel?.team_id === team_id && channel.name === name.toLowerCase() ? channel : undefined;
}

/** The channels a person is in, archived ones included: channel id → membership. From memory when warm. */
export async function membershipsOf(app: App, user_id: string): Promise<ReadonlyMap<string, ChannelMembership>> {
  return (user_id && (await cachesOf(app).memberships.get(user_id))) || NONE;
}

export async function isChannelMember(app: App, channel_id: string, user_id: string): Promise<boolean> {
  return (await membershipsOf(app, user_id)).has(channel_id);
}

/** Call after the commit that changed channels, with the channels as they were. */
export function forgetChannels(app: App, ...channels: Pick<Channel, 'id' | 'team_id' | 'name'>[]): void {
  cachesOf(app).channels.invalidate(...channels.map((c) => c.id));
  cachesOf(app).names.invalidate(...channels.map((c) => nameKey(c.team_id, c.name)));
}

/** Call after the commit that changed channels of which only the ids are known; their names must not have changed. */
export function forgetChannelIds(app: App, ids: readonly string[]): void {
  cachesOf(app).channels.invalidate(...ids);
}

/** How many members channels have. From memory when warm. */
export function memberCountsOf(app: App, channel_ids: readonly string[]): Promise<Map<string, MemberCounts>> {
  return cachesOf(app).counts.getMany(channel_ids);
}

/** Call after the commit that changed people's roles in channels. */
export function forgetMemberships(app: App, user_ids: readonly string[]): void {
  cachesOf(app).memberships.invalidate(...user_ids);
}

/** Call when accounts in these channels became active, inactive, guests or members. */
export function forgetMemberCounts(app: App, channel_ids: readonly string[]): void {
  cachesOf(app).counts.invalidate(...channel_ids);
}

/** Call after the commit that changed who is in channels. */
export function forgetMembers(app: App, members: { readonly user_ids: readonly string[]; readonly channel_ids: readonly string[] }): void {
  forgetMemberships(app, members.user_ids);
  forgetMemberCounts(app, members.channel_ids);
  forgetNotifyProps(app, members);
}

/** Call after the commit that changed what the roles of whole channels are called. */
export function forgetAllMemberships(app: App): void {
  cachesOf(app).memberships.clear();
}
