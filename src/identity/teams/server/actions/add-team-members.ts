import { z } from 'zod';
import { getUsers, isGuest } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { action, AppError, fields, invalidBody, permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import type { Team, TeamMember } from '../../wire/index.ts';
import { addTeamMembers as add } from '../team-members.ts';
import { hasTeamPermission, inTeam, requireTeam } from '../teams.permissions.ts';

const MAX_BATCH = 10_000;

/** One person of a batch that may fail in parts. */
export interface TeamMemberWithError {
  readonly user_id: string;
  readonly member: TeamMember | null;
  readonly error: object | null;
}

export const addTeamMembers = action({
  name: 'add-team-members',
  summary: 'Makes many people members of a team. With `graceful` it tells for each whether it worked.',
  input: z.object({ team_id: fields.id(), members: z.array(z.object({ team_id: z.string().nullish(), user_id: fields.id() })).min(1).max(MAX_BATCH), graceful: fields.queryFlag() }),
  permission: inTeam('add_user_to_team'),
  run: async (ctx, { team_id, members, graceful }): Promise<TeamMember[] | TeamMemberWithError[]> => {
    if (members.some((member) => member.team_id && member.team_id !== team_id)) throw invalidBody('team_id', 'All members must name the team of the address.');
    const team = await requireTeam(ctx, team_id);
    const ids = [...new Set(members.map((member) => member.user_id))];
    const users = await getUsers(ctx.app, ids);
    const known = ids.flatMap((id) => users.get(id) ?? []);
    if (known.some(isGuest) && !(await hasTeamPermission(ctx, team_id, 'invite_guest'))) throw permissionError(ctx.actor.user_id, ['invite_guest']);
    const missing = ids.filter((id) => !users.has(id));
    if (missing.length && !graceful) throw missingAccount(missing[0]!);
    const joining = { requestor_id: ctx.actor.user_id, is_added: true };
    return graceful ? addGracefully(ctx, team, known, missing) : add(ctx, team, known, joining);
  },
});

const missingAccount = (id: string) => userError('api.team.user.missing_account', `There is no account ${id}.`, 404);

async function addGracefully(ctx: Ctx, team: Team, users: readonly User[], missing: readonly string[]): Promise<TeamMemberWithError[]> {
  const failed = (user_id: string, error: AppError) => ({ user_id, member: null, error: error.toBody(ctx.origin.request_id) });
  const lost = missing.map((id) => failed(id, missingAccount(id)));
  try {
    const members = await add(ctx, team, users, { requestor_id: ctx.actor.user_id, is_added: true });
    return [...members.map((member) => ({ user_id: member.user_id, member, error: null })), ...lost];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [...users.map((user) => failed(user.id, error)), ...lost];
  }
}
