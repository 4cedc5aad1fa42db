import { z } from 'zod';
import { invalidBody, permissionError, query, signedIn, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { sanitizeListed } from '../users.sanitize.ts';
import { showEmailAddress, showFullName } from '../users.settings.ts';
import { findUsers, type UserFilter } from './user-filter.ts';

const MAX_LIMIT = 1000;
const text = () => z.string().nullish().transform((value) => value ?? '');
const list = () => z.array(z.string()).nullish().transform((value) => value ?? []);
const flag = () => z.boolean().nullish().transform((value) => value ?? false);

export const searchUsers = query({
  name: 'search-users',
  summary: 'Finds accounts by the beginning of their names.',
  input: z.object({
    term: text(), team_id: text(), not_in_team_id: text(), in_channel_id: text(), not_in_channel_id: text(), in_group_id: text(), not_in_group_id: text(), without_team: flag(), allow_inactive: flag(),
    role: text(), roles: list(), team_roles: list(), channel_roles: list(), limit: z.number().int().nullish(),
  }),
  permission: signedIn('people find each other; each scope asks for its own permission, and guests see only people of their channels'),
  run: async (ctx, input) => {
    if (!input.term) throw invalidBody('term', 'Give the beginning of a name.');
    if (!input.team_id && input.not_in_channel_id) throw invalidBody('team_id', 'Name the team of the channel.');
    const limit = input.limit ?? 100;
    if (limit <= 0 || limit > MAX_LIMIT) throw invalidBody('limit', `It must be from 1 to ${MAX_LIMIT}.`);
    if (input.without_team && !(await hasPermission(ctx, 'list_users_without_team'))) throw permissionError(ctx.actor.user_id, ['list_users_without_team']);
    const filter: UserFilter = {
      scopes: {
        in_team: input.team_id, not_in_team: input.not_in_team_id, in_channel: input.in_channel_id, not_in_channel: input.not_in_channel_id, in_group: input.in_group_id, not_in_group: input.not_in_group_id,
        without_team: input.without_team ? 'true' : '',
        team_roles: input.team_id ? input.team_roles : [],
        channel_roles: input.in_channel_id ? input.channel_roles : [],
      },
      roles: [...input.roles, ...(input.role ? [input.role] : [])],
      ...(input.allow_inactive ? {} : { is_active: true }),
      term: input.term,
      fields: await searchableFields(ctx),
    };
    return (await findUsers(ctx, filter, { limit, offset: 0 })).map((user) => sanitizeListed(user, ctx));
  },
});

/** What of an account may be found by: what is hidden must not be guessed either. */
export async function searchableFields(ctx: Ctx): Promise<{ email: boolean; full_name: boolean }> {
  const is_admin = await hasPermission(ctx, 'manage_system');
  return { email: is_admin || ctx.settings.get(showEmailAddress), full_name: is_admin || ctx.settings.get(showFullName) };
}
