import { z } from 'zod';
import { changeUser } from '#identity/users/server/feature.ts';
import { defineJob } from '#kernel/server/index.ts';
import { custom_status_prop } from '../wire/index.ts';
import { hasEnded } from './custom-status.rules.ts';

/** Takes custom statuses away whose time is over, so that also clients that do not look at the clock show none. */
export const endCustomStatuses = defineJob({
  name: 'end-custom-statuses',
  summary: 'Takes custom statuses away whose time is over.',
  input: z.object({}),
  every: '* * * * *',
  unaudited: 'it only does what the person has asked for',
  run: async (ctx) => {
    const rows = await ctx.db.slow.rows<{ id: string; text: string }>(`SELECT id, props ->> 'customStatus' AS text FROM users WHERE props ->> 'customStatus' <> ''`);
    for (const { id, text } of rows) {
      if (!hasEnded(text, ctx.now)) continue;
      // It may have been replaced meanwhile.
      await changeUser(ctx, id, (old) => (hasEnded(old.props?.[custom_status_prop] ?? '', ctx.now) ? { props: { ...old.props, [custom_status_prop]: '' } } : {}));
    }
  },
});
