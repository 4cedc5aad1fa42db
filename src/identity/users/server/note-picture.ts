import type { Ctx } from '#kernel/server/index.ts';
import { needUser } from './change-user.ts';
import { forgetUser } from './users.cache.ts';
import { userPictureChanged } from './users.events.ts';
import { setPictureTime } from './users.store.ts';

/** Notes since when an account has its picture (negative: none), and tells everybody. */
export async function notePicture(ctx: Ctx, user_id: string, last_picture_update: number): Promise<void> {
  await setPictureTime(ctx.db, user_id, last_picture_update, ctx.now);
  forgetUser(ctx.app, user_id);
  ctx.emit(userPictureChanged, { app: ctx.app, user: await needUser(ctx, user_id) });
}
