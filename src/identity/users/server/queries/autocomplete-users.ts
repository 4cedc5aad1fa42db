import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { sanitizeListed } from '../users.sanitize.ts';
import type { UserAutocomplete } from '../../wire/index.ts';
import { searchableFields } from './search-users.ts';
import { findUsers } from './user-filter.ts';

export const autocompleteUsers = query({
  name: 'autocomplete-users',
  summary: 'Offers people while a name is typed: first those of the channel, then others of its team.',
  input: z.object({ name: z.string().default(''), in_team: z.string().default(''), in_channel: z.string().default(''), team_id: z.string().default(''), channel_id: z.string().default(''), limit: fields.queryNumber(100, 1000) }),
  permission: signedIn('people find each other; each scope asks for its own permission, and guests see only people of their channels'),
  run: async (ctx, input): Promise<UserAutocomplete> => {
    const in_team = input.in_team || input.team_id;
    const in_channel = input.in_channel || input.channel_id;
    const match = { is_active: true, term: input.name, fields: { ...(await searchableFields(ctx)), email: false } };
    const page = { limit: input.limit || 100, offset: 0 };
    const seen = (users: Awaited<ReturnType<typeof findUsers>>) => users.map((user) => sanitizeListed(user, ctx));
    if (!in_channel) return { users: seen(await findUsers(ctx, { ...match, scopes: { in_team } }, page)) };
    const [users, out_of_channel] = await Promise.all([findUsers(ctx, { ...match, scopes: { in_channel } }, page), in_team ? findUsers(ctx, { ...match, scopes: { in_team, not_in_channel: in_channel } }, page) : []]);
    return { users: seen(users), out_of_channel: seen(out_of_channel) };
  },
});
