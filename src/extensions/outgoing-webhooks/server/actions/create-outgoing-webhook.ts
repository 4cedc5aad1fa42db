import { z } from 'zod';
import { getUser } from '#identity/users/server/feature.ts';
import { action, fields, invalidBody, newId, newToken } from '#kernel/server/index.ts';
import type { OutgoingWebhook } from '../../wire/index.ts';
import { demandEnabled, hookFields, tell } from '../hook-fields.ts';
import { forgetHooks } from '../outgoing-webhooks.cache.ts';
import { demandOpenChannel, makesHooks } from '../outgoing-webhooks.permissions.ts';
import { insertOutgoingWebhook } from '../outgoing-webhooks.store.ts';

/** Has messages of open channels sent to other systems. */
export const createOutgoingWebhook = action({
  name: 'create-outgoing-webhook',
  summary: 'Have messages that begin with certain words, or all of a channel, sent to other systems.',
  input: z.object({ team_id: fields.id(), creator_id: fields.optionalId().nullish(), ...hookFields }),
  permission: makesHooks,
  run: async (ctx, i): Promise<OutgoingWebhook> => {
    demandEnabled(ctx);
    await demandOpenChannel(i.channel_id ?? '', i.team_id, ctx);
    if (i.creator_id && !(await getUser(ctx.app, i.creator_id))) throw invalidBody('creator_id', 'There is no such person.');
    const blank = { trigger_words: null, trigger_when: 0, callback_urls: [], display_name: '', description: '', content_type: '', username: '', icon_url: '', channel_id: '' };
    const hook = await tell(ctx, { ...blank, id: newId(ctx.now), token: newToken(), create_at: ctx.now, update_at: ctx.now, delete_at: 0, creator_id: i.creator_id || ctx.actor.user_id, team_id: i.team_id }, i);
    await insertOutgoingWebhook(ctx.db, { ...hook, token: ctx.app.secrets.seal(hook.token) });
    forgetHooks(ctx.app);
    return hook;
  },
});
