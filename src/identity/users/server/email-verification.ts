import type { Ctx } from '#kernel/server/index.ts';
import { needUser } from './change-user.ts';
import { forgetUser } from './users.cache.ts';
import { userUpdated } from './users.events.ts';
import { setEmailVerified } from './users.store.ts';

/** Notes that the address of an account was proven, and tells everybody. */
export async function noteVerified(ctx: Ctx, user_id: string): Promise<void> {
  await setEmailVerified(ctx.db, user_id, ctx.now);
  forgetUser(ctx.app, user_id);
  ctx.emit(userUpdated, { app: ctx.app, user: await needUser(ctx, user_id) });
}
