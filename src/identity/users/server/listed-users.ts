import type { Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { sanitizeListed } from './users.sanitize.ts';
import { visibleOf } from './users.visibility.ts';

/** Those of the people whom the actor may know of, as a list shows them. */
export async function showListed(ctx: Ctx, users: User[]): Promise<User[]> {
  const visible = await visibleOf(ctx, users.map((user) => user.id));
  return users.filter((user) => visible.has(user.id)).map((user) => sanitizeListed(user, ctx));
}
