import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { moveRequest } from '../contracts.store.ts';
import { decides } from '../requests.permissions.ts';
import { showRequest } from '../requests.ts';

/** Declines a command that somebody asked for: it is not run. */
export const declineCommandRequest = action({
  name: 'decline-command-request',
  summary: 'Decline a dangerous command that somebody asked for.',
  input: z.object({ request_id: fields.id() }),
  permission: decides,
  run: async (ctx, { request_id }) => {
    const ended = await moveRequest(ctx.db, request_id, 'waiting', 'declined', { ended_by: ctx.actor.user_id });
    if (!ended) throw userError('api.muster.command_request.ended.app_error', 'This has ended already.');
    await showRequest(ctx, ended);
  },
});
