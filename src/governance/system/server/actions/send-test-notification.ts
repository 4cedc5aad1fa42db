import { z } from 'zod';
import { action, signedIn } from '#kernel/server/index.ts';
import { systemBot } from '#identity/users/server/feature.ts';
import { getOrCreateDirectChannel } from '#messaging/channels/server/feature.ts';
import { createPost } from '#messaging/posts/server/feature.ts';

export const sendTestNotification = action({
  name: 'send-test-notification',
  summary: 'Writes a direct message to the caller, so that he sees whether notifications arrive.',
  input: z.object({}),
  permission: signedIn('it goes to oneself only'),
  run: async (ctx) => {
    const bot = await systemBot(ctx);
    const channel = await getOrCreateDirectChannel(ctx, [bot.id, ctx.actor.user_id]);
    await createPost(ctx, { channel_id: channel.id, user_id: bot.id, message: 'This is a test. If you were notified of it, notifications work here.', props: { from_bot: 'true' } }, { set_online: false });
  },
});
