import { createCache, type App, type Cache } from '#kernel/server/index.ts';
import type { Team, TeamMember } from '../wire/index.ts';
import { readMembershipsOf } from './team-members.store.ts';
import { readTeamByName, readTeams } from './teams.store.ts';

/** A person's membership with its effective roles taken apart. */
export interface TeamMembership extends Omit<TeamMember, 'roles'> {
  readonly roles: readonly string[];
}

interface Caches {
  readonly teams: Cache<Team>;
  readonly memberships: Cache<ReadonlyMap<string, TeamMembership>>;
}

const kept = new WeakMap<App, Caches>();

function cachesOf(app: App): Caches {
  let caches = kept.get(app);
  if (!caches) kept.set(app, (caches = makeCaches(app)));
  return caches;
}

function makeCaches(app: App): Caches {
  return {
    teams: createCache<Team>(app.bus, { name: 'teams', max: 10_000, load: (ids) => readTeams(app.db, ids) }),
    memberships: createCache<ReadonlyMap<string, TeamMembership>>(app.bus, { name: 'team-memberships', max: 50_000, load: (ids) => loadMemberships(app, ids) }),
  };
}

async function loadMemberships(app: App, user_ids: readonly string[]): Promise<Map<string, ReadonlyMap<string, TeamMembership>>> {
  const found = new Map(user_ids.map((id) => [id, new Map<string, TeamMembership>()]));
  for (const member of await readMembershipsOf(app.db, user_ids)) found.get(member.user_id)!.set(member.team_id, { ...member, roles: member.roles.split(' ').filter(Boolean) });
  return found;
}

/** A team, also an archived one; undefined if there is none. From memory when warm. */
export function getTeam(app: App, id: string): Promise<Team | undefined> {
  return cachesOf(app).teams.get(id);
}

/** Several teams at once. */
export function getTeams(app: App, ids: readonly string[]): Promise<Map<string, Team>> {
  return cachesOf(app).teams.getMany(ids);
}

export function getTeamByName(app: App, name: string): Promise<Team | undefined> {
  return readTeamByName(app.db, name);
}

/** The teams a person is in: team id → membership. From memory when warm. */
export async function teamMembershipsOf(app: App, user_id: string): Promise<ReadonlyMap<string, TeamMembership>> {
  return (user_id && (await cachesOf(app).memberships.get(user_id))) || new Map();
}

/** The team memberships of several people at once: user id → team id → membership. */
export function teamMembershipsOfMany(app: App, user_ids: readonly string[]): Promise<Map<string, ReadonlyMap<string, TeamMembership>>> {
  return cachesOf(app).memberships.getMany(user_ids);
}

/** Call after the commit that changed teams. */
export function forgetTeams(app: App, ...ids: string[]): void {
  cachesOf(app).teams.invalidate(...ids);
}

/** Call after the commit that changed what the roles of whole teams are called. */
export function forgetAllTeamMemberships(app: App): void {
  cachesOf(app).memberships.clear();
}

/** Call after the commit that changed people's memberships of teams. */
export function forgetTeamMemberships(app: App, user_ids: readonly string[]): void {
  cachesOf(app).memberships.invalidate(...user_ids);
}
