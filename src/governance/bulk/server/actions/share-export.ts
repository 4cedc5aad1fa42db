import { z } from 'zod';
import { action } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { EXPORTS, findPath } from '../bulk.files.ts';
import { linkLifetime } from '../bulk.settings.ts';
import { makeTicket } from '../tickets.ts';

const NS_PER_S = 1_000_000_000;

export const shareExport = action({
  name: 'share-export',
  summary: 'Makes a link to an export that works for some time, for whoever has it.',
  input: z.object({ export_name: z.string() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { export_name }) => {
    await findPath(ctx.app, EXPORTS, export_name);
    const seconds = ctx.settings.get(linkLifetime);
    const ticket = makeTicket(ctx.app, { export_name, expires_at: ctx.now + seconds * 1000 });
    // The protocol counts durations in nanoseconds.
    return { url: `${ctx.app.site_url}/api/muster/v1/exports/${encodeURIComponent(export_name)}?ticket=${ticket}`, expiration: seconds * NS_PER_S };
  },
});
