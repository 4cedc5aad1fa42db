import { z } from 'zod';
import { query } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { makeSupportPacket } from '../support-packet.ts';

export const getSupportPacket = query({
  name: 'get-support-packet',
  summary: 'Downloads what helps to find the cause of a problem: versions, settings without secrets, jobs, mails, the log.',
  input: z.object({ basic_server_logs: z.unknown().optional() }),
  permission: inSystem('manage_system'),
  run: (ctx, { basic_server_logs }) => makeSupportPacket(ctx, basic_server_logs !== 'false'),
});
