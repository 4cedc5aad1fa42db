import { z } from 'zod';
import { findRole } from '#identity/roles/server/feature.ts';
import { action, fields, invalidBody, userError, type Ctx } from '#kernel/server/index.ts';
import type { TeamMember } from '../../wire/index.ts';
import { missingMember } from '../team-members.ts';
import { readMembersByIds, setMemberRoles } from '../team-members.store.ts';
import { forgetTeamMemberships } from '../teams.cache.ts';
import { teamMemberUpdated } from '../teams.events.ts';
import { inTeam } from '../teams.permissions.ts';
import { splitRoles } from '../teams.rules.ts';

type Roles = ReturnType<typeof splitRoles>;

export const setTeamMemberRoles = action({
  name: 'set-team-member-roles',
  summary: 'Sets the roles of a member by their names.',
  input: z.object({ team_id: fields.id(), user_id: fields.id(), roles: fields.text(256) }),
  permission: inTeam('manage_team_roles'),
  run: async (ctx, { team_id, user_id, roles }) => {
    const names = roles.split(' ').filter(Boolean);
    if (!names.every((name) => /^[a-z0-9_]+$/.test(name))) throw invalidBody('team_member_roles');
    const wanted = splitRoles(names);
    for (const name of wanted.explicit_roles.split(' ').filter(Boolean)) {
      const role = findRole(ctx.app, name);
      if (!role) throw userError('app.role.get_by_name.app_error', `There is no role ${name}.`);
      if (role.scheme_managed) throw userError('api.channel.update_team_member_roles.scheme_role.app_error', `The role ${name} cannot be given in a team.`);
    }
    await saveRoles(ctx, team_id, user_id, () => wanted);
  },
});

export const setTeamMemberSchemeRoles = action({
  name: 'set-team-member-scheme-roles',
  summary: 'Makes a member an administrator of the team or an ordinary member.',
  input: z.object({ team_id: fields.id(), user_id: fields.id(), scheme_admin: z.boolean(), scheme_user: z.boolean(), scheme_guest: z.boolean().nullish() }),
  permission: inTeam('manage_team_roles'),
  run: (ctx, { team_id, user_id, scheme_admin, scheme_user, scheme_guest }) =>
    saveRoles(ctx, team_id, user_id, (member) => {
      const names = member.explicit_roles.split(' ').filter((name) => !['team_guest', 'team_user', 'team_admin'].includes(name));
      return { explicit_roles: names.join(' '), scheme_admin, scheme_user, scheme_guest: scheme_guest ?? false };
    }),
});

async function saveRoles(ctx: Ctx, team_id: string, user_id: string, wanted: (member: TeamMember) => Roles): Promise<void> {
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
