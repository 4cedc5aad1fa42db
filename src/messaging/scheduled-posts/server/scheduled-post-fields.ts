import { z } from 'zod';
import { permissionError, userError, type Ctx } from '#kernel/server/index.ts';
import { getChannel, hasChannelPermission } from '#messaging/channels/server/feature.ts';
import { checkDraft, draftFields, priorityOf } from '#messaging/drafts/server/feature.ts';
import { checkSchedule } from './scheduled-posts.rules.ts';
import type { Content } from './scheduled-posts.store.ts';

export const scheduledPostFields = { ...draftFields, scheduled_at: z.number().int() };

type Input = z.output<z.ZodObject<typeof scheduledPostFields>>;

/** What is to be kept of a request, if it can be sent one day. */
export async function contentOf(ctx: Ctx, input: Input): Promise<Content> {
  const { channel_id, root_id, message, type, props, file_ids, scheduled_at } = input;
  const content = { channel_id, root_id, message, type, props, file_ids, scheduled_at, priority: priorityOf(input) };
  checkDraft(content);
  checkSchedule(content, ctx.now);
  if ((await getChannel(ctx.app, channel_id))?.delete_at) throw userError('app.save_scheduled_post.channel_deleted.app_error', 'The channel is archived: nobody can post in it.');
  if (file_ids.length && !(await hasChannelPermission(ctx, channel_id, 'upload_file'))) throw permissionError(ctx.actor.user_id, ['upload_file']);
  return content;
}
