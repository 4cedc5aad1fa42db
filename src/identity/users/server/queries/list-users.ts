import { z } from 'zod';
import { fields, invalidParam, permissionError, query, signedIn } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { sanitizeListed } from '../users.sanitize.ts';
import { findUsers } from './user-filter.ts';

const text = () => z.string().default('');
const list = () => z.union([z.string(), z.array(z.string())]).default('').transform((value) => (Array.isArray(value) ? value : value.split(',')).map((one) => one.trim()).filter(Boolean));

export const listUsers = query({
  name: 'list-users',
  summary: 'Lists accounts, narrowed and ordered as the parameters say.',
  input: z.object({
    in_team: text(), not_in_team: text(), in_channel: text(), not_in_channel: text(), in_group: text(), not_in_group: text(), without_team: fields.queryFlag(),
    role: text(), roles: list(), team_roles: list(), channel_roles: list(), active: fields.queryFlag(), inactive: fields.queryFlag(), sort: text(), page: fields.page(), per_page: fields.perPage(),
  }),
  permission: signedIn('people find each other; each scope asks for its own permission, and guests see only people of their channels'),
  run: async (ctx, input) => {
    if (input.active && input.inactive) throw invalidParam('inactive', 'Ask for active or for inactive accounts.');
    if (input.without_team && !(await hasPermission(ctx, 'list_users_without_team'))) throw permissionError(ctx.actor.user_id, ['list_users_without_team']);
    const { in_team, not_in_team, in_channel, not_in_channel, in_group, not_in_group, team_roles, channel_roles } = input;
    const filter = {
      scopes: {
        in_team, not_in_team, in_channel, not_in_channel, in_group, not_in_group,
        without_team: input.without_team ? 'true' : '',
        team_roles: in_team ? team_roles : [],
        channel_roles: in_channel ? channel_roles : [],
      },
      roles: [...input.roles, ...(input.role ? [input.role] : [])],
      ...(input.active || input.inactive ? { is_active: input.active } : {}),
    };
    const users = await findUsers(ctx, filter, { limit: input.per_page, offset: input.page * input.per_page, sort: input.sort });
    return users.map((user) => sanitizeListed(user, ctx));
  },
});
