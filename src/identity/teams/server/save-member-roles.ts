import { userError, type Ctx } from '#kernel/server/index.ts';
import type { TeamMember } from '../wire/index.ts';
import { readMembersByIds, setMemberRoles } from './team-members.store.ts';
import { missingMember } from './team-members.ts';
import { forgetTeamMemberships } from './teams.cache.ts';
import { teamMemberUpdated } from './teams.events.ts';

/** Makes members administrators of a team who are not yet; guests stay what they are. */
export async function setTeamAdmins(ctx: Ctx, team_id: string, user_ids: readonly string[]): Promise<void> {
  const members = user_ids.length ? await readMembersByIds(ctx.db, team_id, user_ids) : [];
  for (const member of members) if (!member.scheme_admin && !member.scheme_guest) await saveRoles(ctx, team_id, member.user_id, (was) => ({ ...was, scheme_admin: true }));
}

export type Roles = Pick<TeamMember, 'explicit_roles' | 'scheme_guest' | 'scheme_user' | 'scheme_admin'>;

export async function saveRoles(ctx: Ctx, team_id: string, user_id: string, wanted: (member: TeamMember) => Roles): Promise<void> {
  const [member] = await readMembersByIds(ctx.db, team_id, [user_id]);
  if (!member) throw missingMember();
  const roles = wanted(member);
  if (member.scheme_guest !== roles.scheme_guest) throw userError('api.team.update_team_member_roles.changing_guest_role.app_error', 'A guest stays a guest here. Promote the account to make it a member.');
  if (roles.scheme_guest && (roles.scheme_user || roles.scheme_admin)) throw userError('api.team.update_team_member_roles.guest_and_user.app_error', 'A guest cannot be a member or administrator at once.');
  const changed = await setMemberRoles(ctx.db, team_id, user_id, roles);
  if (!changed) throw missingMember();
  forgetTeamMemberships(ctx.app, [user_id]);
  ctx.emit(teamMemberUpdated, { member: changed });
}
