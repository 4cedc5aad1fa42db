import { z } from 'zod';
import { getUser, systemBot } from '#identity/users/server/feature.ts';
import { defineJob, type Ctx } from '#kernel/server/index.ts';
import { getOrCreateDirectChannel } from '#messaging/channels/server/feature.ts';
import { createPost } from '#messaging/posts/server/feature.ts';
import type { IntegrationHealth } from '../wire/index.ts';
import { noticeOf } from './health.rules.ts';
import { noteState, readHealth } from './health.store.ts';
import { flushDeliveries } from './recorder.ts';

const MAX = 10_000;

/** Tells owners once when an integration breaks, falls silent or works again. */
export const checkIntegrations = defineJob({
  name: 'check-integrations',
  summary: 'Tell owners whose integration has broken, fallen silent or recovered.',
  input: z.object({}),
  every: '*/10 * * * *',
  unaudited: 'it looks and tells',
  run: async (ctx) => {
    await flushDeliveries(ctx.app);
    const all = await readHealth(ctx.db.slow, { is_all: true, team_ids: [], user_id: '' }, ctx.now, MAX);
    for (const health of all) if (await noteState(ctx.db, health.integration_id, health.state, ctx.now)) await tellOwner(ctx, health);
  },
});

async function tellOwner(ctx: Ctx, { owner_id, integration_name, kind, state, last_error }: IntegrationHealth): Promise<void> {
  const owner = await getUser(ctx.app, owner_id);
  if (!owner || owner.delete_at || owner.is_bot) return;
  const bot = await systemBot(ctx);
  const channel = await getOrCreateDirectChannel(ctx, [bot.id, owner_id]);
  const name = (integration_name || kind).replace(/[*_`[\]@~]/g, '\\$&');
  await createPost(ctx, { channel_id: channel.id, user_id: bot.id, message: noticeOf(name, state, last_error), props: { from_bot: 'true' } }, { set_online: false });
}
