import { userError, type Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { readSession, type SessionRow } from './uploads.store.ts';

/** The session, if it is the actor's own, or an import and the actor may import. */
export async function findSession(ctx: Ctx, upload_id: string): Promise<SessionRow> {
  const session = await readSession(ctx.db, upload_id);
  if (!session) throw userError('app.upload.get.app_error', 'There is no such upload. It may be complete already.', 404);
  if (session.user_id !== ctx.actor.user_id && !(await hasPermission(ctx, 'manage_system'))) throw userError('api.upload.get_upload.forbidden.app_error', 'This is the upload of somebody else.', 403);
  return session;
}
