import { z } from 'zod';
import { defineJob, fields } from '#kernel/server/index.ts';
import { moveRequest } from './contracts.store.ts';
import { showRequest } from './requests.ts';

/** Ends a request that nobody has decided on in time. */
export const expireCommandRequest = defineJob({
  name: 'expire-command-request',
  summary: 'End a request for a dangerous command that nobody has decided on.',
  input: z.object({ request_id: fields.id() }),
  run: async (ctx, { request_id }) => {
    const ended = await moveRequest(ctx.db, request_id, 'waiting', 'expired');
    if (ended) await showRequest(ctx, ended);
  },
});
