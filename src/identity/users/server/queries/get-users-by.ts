import { z } from 'zod';
import { fields, invalidBody, query, signedIn, type Ctx } from '#kernel/server/index.ts';
import type { User } from '../../wire/index.ts';
import { getUsers, getUsersByUsernames } from '../users.cache.ts';
import { sanitizeListed } from '../users.sanitize.ts';
import { visibleOf } from '../users.visibility.ts';

const open = signedIn('people find each other; whom the actor may not know of is left out');

export const getUsersByIds = query({
  name: 'get-users-by-ids',
  summary: 'Gets several accounts by their ids; unknown ids are left out.',
  input: z.object({ user_ids: z.array(z.string()), since: fields.queryNumber(0) }),
  permission: open,
  run: async (ctx, { user_ids, since }) => {
    if (!user_ids.length) throw invalidBody('user_ids');
    const found = await getUsers(ctx.app, [...new Set(user_ids)]);
    return seen(ctx, [...found.values()].filter((user) => user.update_at > since));
  },
});

export const getUsersByNames = query({
  name: 'get-users-by-usernames',
  summary: 'Gets several accounts by their user names; unknown names are left out.',
  input: z.object({ usernames: z.array(z.string()) }),
  permission: open,
  run: async (ctx, { usernames }) => {
    if (!usernames.length) throw invalidBody('usernames');
    return seen(ctx, await getUsersByUsernames(ctx.app, usernames));
  },
});

async function seen(ctx: Ctx, users: User[]): Promise<User[]> {
  const visible = await visibleOf(ctx, users.map((user) => user.id));
  return users.filter((user) => visible.has(user.id)).map((user) => sanitizeListed(user, ctx));
}
