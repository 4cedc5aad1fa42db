import { z } from 'zod';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { findSession } from '../find-session.ts';
import { toWireSession } from '../uploads.store.ts';

export const getUpload = query({
  name: 'get-upload',
  summary: 'Tells how much of a file is there.',
  input: z.object({ upload_id: fields.id() }),
  permission: signedIn('own uploads only, decided when it is found'),
  run: async (ctx, { upload_id }) => toWireSession(await findSession(ctx, upload_id)),
});
