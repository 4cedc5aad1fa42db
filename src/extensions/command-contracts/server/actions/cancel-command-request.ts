import { z } from 'zod';
import { action, fields, userError, type PermissionRule } from '#kernel/server/index.ts';
import { moveRequest } from '../contracts.store.ts';
import { needRequest } from '../requests.permissions.ts';
import { showRequest } from '../requests.ts';

const asked: PermissionRule<{ request_id: string }> = { scope: 'object', ids: [], reason: 'for who asked for it', check: async (ctx, { request_id }) => (await needRequest(ctx, request_id)).requester_id === ctx.actor.user_id };

/** Takes back what one asked for. */
export const cancelCommandRequest = action({
  name: 'cancel-command-request',
  summary: 'Take back a dangerous command that one asked for.',
  input: z.object({ request_id: fields.id() }),
  permission: asked,
  run: async (ctx, { request_id }) => {
    const ended = await moveRequest(ctx.db, request_id, 'waiting', 'cancelled', { ended_by: ctx.actor.user_id });
    if (!ended) throw userError('api.muster.command_request.ended.app_error', 'This has ended already.');
    await showRequest(ctx, ended);
  },
});
