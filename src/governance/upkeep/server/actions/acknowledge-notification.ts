import { z } from 'zod';
import { action, signedIn, userError } from '#kernel/server/index.ts';
import { canReadPost } from '#messaging/posts/server/feature.ts';

export const acknowledgeNotification = action({
  name: 'acknowledge-notification',
  summary: 'Notes that a device has got a notification.',
  input: z.object({ id: z.string().nullish(), received_at: z.number().nullish(), platform: z.string().nullish(), type: z.string().nullish(), post_id: z.string().nullish(), is_id_loaded: z.boolean().nullish() }),
  permission: signedIn('it is about a notification of the person that sends it'),
  unaudited: 'devices send it for each notification',
  run: async (ctx, { id, platform, type, post_id, is_id_loaded }) => {
    if (post_id && !(await canReadPost(ctx, post_id))) throw userError('api.push_notification.id_loaded.fetch.app_error', 'There is no such message.', 404);
    ctx.log.debug({ notification_id: id, platform, type, user_id: ctx.actor.user_id }, 'a notification has arrived');
    return is_id_loaded ? { ack_id: id ?? '', type: type ?? '', post_id: post_id ?? '', is_id_loaded: true } : { status: 'OK' };
  },
});
