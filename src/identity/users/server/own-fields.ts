import type { Ctx } from '#kernel/server/index.ts';
import type { User } from '../wire/index.ts';
import { ownFields } from './users.extensions.ts';

/** Adds to the own account what later features know of it. */
export async function withOwnFields(ctx: Ctx, user: User): Promise<User> {
  const parts = await Promise.all(ctx.app.all(ownFields).map((read) => read(ctx, user.id)));
  return Object.assign({ ...user }, ...parts) as User;
}
