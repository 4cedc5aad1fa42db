import { z } from 'zod';
import { action, invalidUrl } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { setBusy } from '../busy.ts';

const DEFAULT_S = 3_600;
const LONGEST_S = 30 * 86_400;

export const setServerBusy = action({
  name: 'set-server-busy',
  summary: 'Has the server do without searches and the like for some seconds.',
  input: z.object({ seconds: z.unknown().optional() }),
  permission: inSystem('manage_system'),
  run: (ctx, { seconds }) => {
    const wait_s = seconds === undefined || seconds === '' ? DEFAULT_S : Number(seconds);
    if (!Number.isInteger(wait_s) || wait_s < 1 || wait_s > LONGEST_S) throw invalidUrl('seconds');
    setBusy(ctx.app, ctx.now + wait_s * 1000);
  },
});
