import { isGuest, needUser } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { userError, type App, type Ctx } from '#kernel/server/index.ts';
import type { Team, TeamMember } from '../wire/index.ts';
import { addMembers, countMembers, readMembersByIds, removeMember } from './team-members.store.ts';
import { forgetTeamMemberships } from './teams.cache.ts';
import { teamMemberAdded, teamMemberRemoved, topicOfTeam } from './teams.events.ts';
import { afterTeamMembersAdded, beforeTeamMembersAdded, beforeTeamMemberRemoved } from './teams.extensions.ts';
import { requireTeam } from './teams.permissions.ts';
import { isDomainAllowed } from './teams.rules.ts';
import { maxUsersPerTeam } from './teams.settings.ts';

/** How people come into a team. */
export interface Joining {
  /** Who brings them in, for the message in the team's first channel; '' if they come by themselves. */
  readonly requestor_id?: string;
  /** The protocol tells them once more when a call of its own added them. */
  readonly is_added?: boolean;
}

/** Makes one person a member of a team; a member stays as he is. */
export async function addTeamMember(ctx: Ctx, team_id: string, user_id: string, joining: Joining = {}): Promise<TeamMember> {
  const [team, user] = await Promise.all([requireTeam(ctx, team_id), needUser(ctx, user_id)]);
  const [member] = await addTeamMembers(ctx, team, [user], joining);
  return member!;
}

/** Makes people members of a team in one step and returns the memberships of all, in the order given. */
export async function addTeamMembers(ctx: Ctx, team: Team, users: readonly User[], joining: Joining = {}): Promise<TeamMember[]> {
  const unique = [...new Map(users.map((user) => [user.id, user])).values()];
  const ids = unique.map((user) => user.id);
  await checkRoom(ctx, team, unique);
  for (const refuse of ctx.app.all(beforeTeamMembersAdded)) await refuse(ctx, team, unique);
  const people = unique.map((user) => ({ user_id: user.id, is_guest: isGuest(user), is_admin: !isGuest(user) && user.email !== '' && user.email === team.email }));
  const added = await addMembers(ctx.db, team.id, people, ctx.now);
  const added_ids = added.map((member) => member.user_id);
  if (added.length) {
    forgetTeamMemberships(ctx.app, added_ids);
    for (const user_id of added_ids) ctx.app.hub.join(user_id, topicOfTeam(team.id));
    for (const fill of ctx.app.all(afterTeamMembersAdded)) await fill(ctx, { team, user_ids: added_ids, requestor_id: joining.requestor_id ?? '' });
    for (const user_id of added_ids) ctx.emit(teamMemberAdded, { team, user_id, is_added: joining.is_added === true });
  }
  const all = new Map(added.map((member) => [member.user_id, member]));
  const others = ids.filter((id) => !all.has(id));
  if (others.length) for (const member of await readMembersByIds(ctx.db, team.id, others)) all.set(member.user_id, member);
  return ids.flatMap((id) => all.get(id) ?? []);
}

/** Ends a person's membership of a team and of everything in it. */
export async function removeTeamMember(ctx: Ctx, team: Team, user_id: string): Promise<void> {
  const [member] = await readMembersByIds(ctx.db, team.id, [user_id]);
  if (!member) throw userError('api.team.remove_user_from_team.missing.app_error', 'This person is not a member of the team.');
  for (const prepare of ctx.app.all(beforeTeamMemberRemoved)) await prepare(ctx, team, user_id);
  await removeMember(ctx.db, team.id, user_id, ctx.now);
  forgetTeamMemberships(ctx.app, [user_id]);
  ctx.emit(teamMemberRemoved, { team, user_id });
}

/** The people of a team, neither guests nor bots. */
export function listTeamPeople(ctx: Ctx, team_id: string): Promise<{ user_id: string }[]> {
  return ctx.db.rows('SELECT m.user_id FROM team_members m JOIN users u ON u.id = m.user_id WHERE m.team_id = $1 AND m.delete_at = 0 AND NOT m.scheme_guest AND NOT u.is_bot', [team_id]);
}

export function missingMember() {
  return userError('app.team.get_member.missing.app_error', 'This person is not a member of the team.', 404);
}

async function checkRoom(ctx: Ctx, team: Team, users: readonly User[]): Promise<void> {
  if (team.delete_at) throw userError('api.team.add_member.team_archived.app_error', 'The team is archived. Restore it first.');
  const stranger = users.find((user) => !user.is_bot && !isDomainAllowed(team.allowed_domains, user.email));
  if (stranger) throw userError('api.team.join_user_to_team.allowed_domains.app_error', `The e-mail address of ${stranger.username} is not of a domain that this team allows.`);
  const max = ctx.settings.get(maxUsersPerTeam);
  if ((await roughCount(ctx, team.id, users.length)) <= max) return;
  const known = await readMembersByIds(ctx.db, team.id, users.map((user) => user.id));
  if ((await countMembers(ctx.db, team.id)) + users.length - known.length > max) throw userError('app.team.join_user_to_team.max_accounts.app_error', `The team has reached its limit of ${max} members.`);
}

const COUNT_AGAIN_MS = 30_000;
const counts = new WeakMap<App, Map<string, { count: number; at: number }>>();

// Counting a large team for each of thousands who join would cost more than their joining. A count that is at most half
// a minute old, and never too small by those who joined here, is enough to see that the limit is far.
async function roughCount(ctx: Ctx, team_id: string, coming: number): Promise<number> {
  const known = counts.get(ctx.app) ?? new Map<string, { count: number; at: number }>();
  counts.set(ctx.app, known);
  let entry = known.get(team_id);
  if (!entry || ctx.now - entry.at > COUNT_AGAIN_MS) known.set(team_id, (entry = { count: await countMembers(ctx.db, team_id), at: ctx.now }));
  return (entry.count += coming);
}
