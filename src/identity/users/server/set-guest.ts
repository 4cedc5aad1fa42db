import type { Ctx } from '#kernel/server/index.ts';
import { setUserRoles } from './change-user.ts';
import { userRolesChanged, userUpdated } from './users.events.ts';
import { guestChanged } from './users.extensions.ts';

/** Makes an account a guest or a member everywhere. */
export async function setGuest(ctx: Ctx, user_id: string, roles: string[], is_guest: boolean): Promise<void> {
  const user = await setUserRoles(ctx, user_id, roles.join(' '));
  for (const follow of ctx.app.all(guestChanged)) await follow(ctx, user_id, is_guest);
  ctx.emit(userRolesChanged, { user });
  ctx.emit(userUpdated, { app: ctx.app, user });
}
