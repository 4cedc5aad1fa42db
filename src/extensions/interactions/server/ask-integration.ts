import { getTeam } from '#identity/teams/server/feature.ts';
import { getUser } from '#identity/users/server/feature.ts';
import { parseJson, SYSTEM, userError, type Ctx } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { editPost, sendEphemeralPost, updateEphemeralPost } from '#messaging/posts/server/feature.ts';
import type { Post, PostAction } from '#messaging/posts/wire/index.ts';
import { markdownFromSlack } from '#extensions/webhooks/server/feature.ts';
import { z } from 'zod';
import { callIntegration } from './call-integration.ts';
import type { Trigger } from './trigger-ids.ts';

const FAILED = 'api.post.do_action.action_integration.app_error';
const RETAINED = ['from_webhook', 'override_username', 'override_icon_url', 'override_icon_emoji'];

interface Press {
  /** Where the button stands. */
  readonly place: { readonly post_id: string; readonly channel_id: string; readonly root_id: string; readonly user_id: string };
  /** Absent: only the person who pressed sees the message, and nobody keeps it. */
  readonly post?: Post;
  readonly button: PostAction;
  readonly trigger: Trigger;
  readonly selected_option: string;
}

const props_schema = z.record(z.string(), z.unknown());
const answer_schema = z.object({
  update: z.object({ message: z.string().nullish(), props: props_schema.nullish() }).nullish(),
  ephemeral_text: z.string().nullish(),
  skip_slack_parsing: z.boolean().nullish(),
});
type Answer = z.output<typeof answer_schema>;

/** Calls the address behind a button and does what it answers. */
export async function askIntegration(ctx: Ctx, press: Press): Promise<void> {
  const { place, button, trigger } = press;
  const url = button.integration?.url;
  if (!url) throw userError(FAILED, 'Nothing stands behind this button: it has no address.', 404);
  const [user, channel, author] = await Promise.all([getUser(ctx.app, ctx.actor.user_id), getChannel(ctx.app, place.channel_id), getUser(ctx.app, place.user_id)]);
  const team = channel?.team_id ? await getTeam(ctx.app, channel.team_id) : undefined;
  const is_menu = button.type === 'select';
  const request = {
    user_id: ctx.actor.user_id, user_name: user?.username ?? '', channel_id: place.channel_id, channel_name: channel?.name ?? '', team_id: channel?.team_id ?? '', team_domain: team?.name ?? '',
    post_id: place.post_id, trigger_id: trigger.trigger_id, type: button.type ?? '', data_source: button.data_source ?? '',
    context: { ...button.integration?.context, ...(is_menu && { selected_option: press.selected_option }) },
  };
  const call = { kind: 'action', integration_id: place.user_id, integration_name: author ? `@${author.username}` : 'The integration', owner_id: place.user_id, team_id: request.team_id, channel_id: place.channel_id } as const;
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const { body } = await callIntegration(ctx, { ...call, method: 'POST', url, headers, body: JSON.stringify(request) }, FAILED, 400);
  await respond(ctx, press, readAnswer(body.toString('utf8')));
}

function readAnswer(text: string): Answer {
  if (!text.trim()) return {};
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw userError(FAILED, 'The integration answered with something that is not JSON.');
  }
  const parsed = answer_schema.safeParse(value);
  if (!parsed.success) throw userError(FAILED, `The integration answered with something that cannot be used: ${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`);
  return parsed.data;
}

async function respond(ctx: Ctx, { place, post }: Press, { update, ephemeral_text, skip_slack_parsing }: Answer): Promise<void> {
  if (update) {
    const shown = await changed(ctx, update, skip_slack_parsing === true);
    if (post) await editPost({ ...ctx, actor: SYSTEM }, post.id, { message: shown.message, ...(shown.props && { props: { ...shown.props, ...retained(post) } }) });
    else await updateEphemeralPost(ctx, ctx.actor.user_id, { ...place, id: place.post_id, message: shown.message ?? '', props: shown.props ?? {} });
  }
  if (!ephemeral_text) return;
  const { text } = skip_slack_parsing ? { text: ephemeral_text } : await markdownFromSlack(ctx, ephemeral_text, []);
  const root_id = post ? post.root_id || post.id : place.root_id;
  await sendEphemeralPost(ctx, ctx.actor.user_id, { channel_id: place.channel_id, user_id: ctx.actor.user_id, root_id, message: text });
}

async function changed(ctx: Ctx, { message, props }: NonNullable<Answer['update']>, is_plain: boolean): Promise<{ message: string | undefined; props: Record<string, unknown> | undefined }> {
  const own: Record<string, unknown> | undefined = props ? Object.fromEntries(Object.entries(props).filter(([key]) => !RETAINED.includes(key))) : undefined;
  if (is_plain) return { message: message ?? undefined, props: own };
  const given = own?.['attachments'];
  const attachments = Array.isArray(given) ? given.filter((one): one is object => one !== null && typeof one === 'object') : [];
  const converted = await markdownFromSlack(ctx, message ?? '', attachments);
  return { message: typeof message === 'string' ? converted.text : undefined, props: own && { ...own, ...(attachments.length > 0 && { attachments: converted.attachments }) } };
}

// Who a message seems to come from is not for its button to change.
function retained(post: Post): Record<string, unknown> {
  return Object.fromEntries(RETAINED.flatMap((key) => (post.props[key] === undefined ? [] : [[key, post.props[key]]])));
}
