import { z } from 'zod';
import { actorOf, getUser } from '#identity/users/server/feature.ts';
import { action, anyone, AppError, userError, type Ctx } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { recordDelivery } from '#extensions/deliveries/server/feature.ts';
import { answerSchema, postAnswers } from '../command-answers.ts';
import { findAnswerPlace, findCustomCommand, takeAnswerPlace, type AnswerPlace, type CustomCommand } from '../custom-commands.store.ts';

const VALID_MS = 30 * 60_000;
const MAX_USES = 5;

/** Takes what a command has to say later, at most five times within half an hour. */
export const receiveCommandAnswer = action({
  name: 'receive-command-answer',
  summary: 'Post what a slash command answers later.',
  input: z.object({ answer_id: z.string(), body: z.unknown() }),
  permission: anyone('the secret address, which ends soon, is the credential'),
  unaudited: 'the post is its own record, the call is in the delivery ledger',
  run: async (ctx, { answer_id, body }) => {
    const place = await findAnswerPlace(ctx.db, answer_id, ctx.now - VALID_MS);
    const command = place && (await findCustomCommand(ctx.db, place.command_id));
    if (!place || !command) throw userError('app.command_webhook.get.missing', 'Nobody waits for an answer at this address, or no more: it can be used for 30 minutes.', 404);
    const parsed = answerSchema.safeParse(body);
    if (!parsed.success) throw refused(ctx, command, place, body, 'web.command_webhook.parse.app_error', `The answer cannot be read: ${parsed.error.issues[0]?.path.join('.') || 'it'} ${parsed.error.issues[0]?.message ?? ''}`);
    if (!(await takeAnswerPlace(ctx.db, answer_id, MAX_USES))) throw refused(ctx, command, place, body, 'app.command_webhook.try_use.invalid', `This address was used ${MAX_USES} times already.`);
    const [user, channel] = await Promise.all([getUser(ctx.app, place.user_id), getChannel(ctx.app, place.channel_id)]);
    if (!user || user.delete_at || !channel) throw refused(ctx, command, place, body, 'web.command_webhook.general.app_error', 'The person or the channel does not exist any more.');
    try {
      const post_id = await postAnswers({ ...ctx, actor: actorOf(user) }, command, place, parsed.data);
      note(ctx, command, place, body, 'delivered', { post_id, answer: { status: 200, body: 'ok' } });
    } catch (error) {
      throw error instanceof AppError ? refused(ctx, command, place, body, error.id, error.message, error.status) : error;
    }
  },
});

function refused(ctx: Ctx, command: CustomCommand, place: AnswerPlace, body: unknown, id: string, message: string, status = 400): AppError {
  note(ctx, command, place, body, 'refused', { error: message, answer: { status } });
  return userError(id, message, status);
}

function note(ctx: Ctx, command: CustomCommand, place: AnswerPlace, body: unknown, status: 'delivered' | 'refused', rest: { post_id?: string; error?: string; answer: { status: number; body?: string } }): void {
  const subject = { kind: 'command_answer', integration_id: command.id, integration_name: `/${command.trigger}`, owner_id: command.creator_id, team_id: place.team_id, channel_id: place.channel_id };
  recordDelivery(ctx, { ...subject, direction: 'in', status, request: { method: 'POST', url: `${ctx.app.site_url}/hooks/commands/${place.id}`, body }, ...rest });
}
