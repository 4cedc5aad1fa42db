import { inSystem, selfOr } from '#identity/roles/server/feature.ts';
import { anyOf, query } from '#kernel/server/index.ts';
import { readMembershipsOf } from '../team-members.store.ts';
import { userIdInput } from '../teams.fields.ts';

export const listUserTeamMemberships = query({
  name: 'list-user-team-memberships',
  summary: "A person's memberships of teams.",
  input: userIdInput,
  permission: anyOf<{ user_id: string }>(selfOr('edit_other_users'), inSystem('read_other_users_teams')),
  run: (ctx, { user_id }) => readMembershipsOf(ctx.db, [user_id]),
});
