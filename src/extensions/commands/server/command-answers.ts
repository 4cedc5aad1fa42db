import { z } from 'zod';
import { fields, parseJson, userError, type Ctx, type OutsideAnswer } from '#kernel/server/index.ts';
import { canReadChannel, hasChannelPermission } from '#messaging/channels/server/feature.ts';
import { createPost, sendEphemeralPost } from '#messaging/posts/server/feature.ts';
import { enableIconOverride, enableUsernameOverride, markdownFromSlack, RESERVED_PROPS, splitText } from '#extensions/webhooks/server/feature.ts';
import type { CommandResponse } from '../wire/index.ts';
import type { AnswerPlace, CustomCommand } from './custom-commands.store.ts';

const MAX_EXTRAS = 20;
const FAILED = 'api.command.execute_command.failed_resp.app_error';

const words = fields.text(1_048_576).nullish().transform((value) => value ?? '');
const one_answer = z.object({
  response_type: words,
  text: words,
  username: words,
  icon_url: words,
  channel_id: words,
  type: fields.text(26).nullish().transform((value) => value ?? ''),
  props: fields.props().nullish().transform((value) => value ?? null),
  goto_location: words,
  skip_slack_parsing: z.boolean().nullish().transform(Boolean),
  attachments: z.array(fields.props().nullable()).nullish().transform((list) => list?.filter((one) => one !== null) ?? null),
});
type OneAnswer = z.output<typeof one_answer>;

/** What a custom command answers, at once or later. */
export const answerSchema = one_answer.extend({ extra_responses: z.array(one_answer).max(MAX_EXTRAS).nullish().transform((list) => list ?? null) });
export type CustomAnswer = z.output<typeof answerSchema>;

/** Reads the answer to a call: JSON, or a text for who wrote the command. */
export function readAnswer(answer: OutsideAnswer): CustomAnswer {
  const text = answer.body.toString('utf8');
  const type = (answer.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
  if (type !== 'application/json') return answerSchema.parse({ text });
  let value: unknown;
  try {
    value = text.trim() ? parseJson(text) : {};
  } catch {
    throw userError(FAILED, 'The command answered with broken JSON.');
  }
  const parsed = answerSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw userError(FAILED, `The command answered with something that cannot be used: ${parsed.error.issues[0]?.path.join('.') || 'it'} ${parsed.error.issues[0]?.message ?? ''}`);
}

/** Posts an answer with all its parts in the name of the actor. Returns the id of the first message that stays, or ''. */
export async function postAnswers(ctx: Ctx, command: CustomCommand, place: Pick<AnswerPlace, 'channel_id' | 'root_id'>, answer: CustomAnswer): Promise<string> {
  const all = [answer, ...(answer.extra_responses ?? [])];
  for (const one of all) await checkAnswer(ctx, place.channel_id, one);
  let first = '';
  for (const one of all) {
    const post_id = await postAnswer(ctx, command, place, one);
    first ||= post_id;
  }
  return first;
}

async function checkAnswer(ctx: Ctx, channel_id: string, { type, channel_id: other, response_type }: OneAnswer): Promise<void> {
  if (type.startsWith('system_')) throw userError('api.command.execute_command.failed.app_error', 'The command answered with a type that begins with "system_". Those are for the server.');
  if (!other || other === channel_id) return;
  const may = response_type === 'in_channel' ? await hasChannelPermission(ctx, other, 'create_post') : await canReadChannel(ctx, other);
  if (!may) throw userError('api.command.command_post.forbidden.app_error', 'The command wanted to answer in a channel of which you are not a member.', 403);
}

async function postAnswer(ctx: Ctx, command: CustomCommand, place: Pick<AnswerPlace, 'channel_id' | 'root_id'>, answer: OneAnswer): Promise<string> {
  const is_kept = answer.response_type === 'in_channel';
  if (!is_kept && !answer.text && !answer.attachments?.length) return '';
  const read = answer.skip_slack_parsing ? { text: answer.text, attachments: answer.attachments ?? [] } : await markdownFromSlack(ctx, answer.text, answer.attachments ?? []);
  const channel_id = answer.channel_id || place.channel_id;
  const post = { channel_id, user_id: ctx.actor.user_id, root_id: channel_id === place.channel_id ? place.root_id : '' };
  const props = propsOf(ctx, command, answer);
  const last_props = read.attachments.length ? { ...props, attachments: read.attachments } : props;
  if (!is_kept) {
    await sendEphemeralPost(ctx, ctx.actor.user_id, { ...post, message: read.text, props: last_props });
    return '';
  }
  const parts = splitText(read.text);
  let first = '';
  for (const [index, message] of parts.entries()) {
    const is_last = index === parts.length - 1;
    const type = answer.type || (is_last && read.attachments.length ? 'slack_attachment' : '');
    const made = await createPost(ctx, { ...post, message, type, props: is_last ? last_props : props });
    first ||= made.id;
  }
  return first;
}

function propsOf(ctx: Ctx, command: CustomCommand, { props, username, icon_url }: OneAnswer): Record<string, unknown> {
  const own = Object.fromEntries(Object.entries(props ?? {}).filter(([key]) => !RESERVED_PROPS.has(key)));
  const name = username || command.username;
  return {
    ...own,
    from_webhook: 'true',
    ...(ctx.settings.get(enableUsernameOverride) && name && { override_username: name }),
    ...(ctx.settings.get(enableIconOverride) && { override_icon_url: icon_url || command.icon_url }),
  };
}

/** The answer as clients see it. */
export function toResponse({ extra_responses, ...answer }: CustomAnswer, trigger_id: string): CommandResponse {
  const whole = (one: OneAnswer): CommandResponse => ({ ...one, response_type: one.response_type as CommandResponse['response_type'], trigger_id: '', extra_responses: null });
  return { ...whole(answer), trigger_id, extra_responses: extra_responses?.map(whole) ?? null };
}
