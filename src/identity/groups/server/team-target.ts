import { addTeamMembers, getTeam, getTeams, hasTeamPermission, listTeamPeople, removeTeamMember, requireTeam, setTeamAdmins, toTeam } from '#identity/teams/server/feature.ts';
import { getUsers } from '#identity/users/server/feature.ts';
import { userError, type Ctx } from '#kernel/server/index.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import type { GroupTarget } from './groups.extensions.ts';
import { readPeopleOfTarget } from './groups.store.ts';

/** Teams, filled by groups. */
export const teamTarget: GroupTarget = {
  kind: 'teams',
  noun: 'team',
  audience: toTeam,
  demand: async (ctx, id) => void (await requireTeam(ctx, id)),
  mayLink: (ctx, id) => hasTeamPermission(ctx, id, 'manage_team'),
  describe: async (app, ids) => new Map([...(await getTeams(app, ids))].map(([id, team]) => [id, { shown: { team_display_name: team.display_name, team_type: team.type }, is_constrained: team.group_constrained === true }])),
  fill: async (ctx, id, user_ids, admin_ids) => {
    const team = await getTeam(ctx.app, id);
    if (!team || team.delete_at) return;
    const users = [...(await getUsers(ctx.app, user_ids)).values()].filter((user) => !user.delete_at);
    if (users.length) await addTeamMembers(ctx, team, users);
    await setTeamAdmins(ctx, id, admin_ids);
  },
  keepOnly: async (ctx, id, user_ids) => {
    const team = await getTeam(ctx.app, id);
    if (!team) return;
    const stay = new Set(user_ids);
    for (const person of await listTeamPeople(ctx, id)) if (!stay.has(person.user_id)) await removeTeamMember(ctx, team, person.user_id);
  },
};

/** Refuses people whom no group brings in, where groups alone decide who is in a team. Bots come and go as they are needed. */
export async function demandInGroups(ctx: Ctx, team: Team, users: readonly User[]): Promise<void> {
  if (!team.group_constrained) return;
  const allowed = new Set((await readPeopleOfTarget(ctx.db, 'teams', team.id)).map((person) => person.user_id));
  const stranger = users.find((user) => !user.is_bot && !allowed.has(user.id));
  if (stranger) throw userError('api.team.add_members.user_denied', `${stranger.username} is in none of the groups that decide who is in this team.`);
}
