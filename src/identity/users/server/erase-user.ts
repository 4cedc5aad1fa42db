import type { Ctx } from '#kernel/server/index.ts';
import { setUserActive } from './change-user.ts';
import { pictureFile } from './pictures.ts';
import { userErased } from './users.extensions.ts';
import { forgetUser } from './users.cache.ts';
import { removeUser } from './users.store.ts';

/** Deletes an account and what each feature keeps of it. Nothing brings it back. */
export async function eraseUser(ctx: Ctx, user_id: string): Promise<void> {
  const user = await setUserActive(ctx, user_id, false);
  for (const erase of ctx.app.all(userErased)) await erase(ctx, user_id);
  await removeUser(ctx.db, user_id);
  await ctx.app.files.remove(pictureFile(user_id));
  forgetUser(ctx.app, user_id, user.username);
}
