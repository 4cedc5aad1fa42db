import type { Ctx } from '#kernel/server/index.ts';
import { createPost } from '#messaging/posts/server/feature.ts';
import { post_limits, type MessageAttachment, type Post, type PostProps } from '#messaging/posts/wire/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';
import type { Payload } from './payload.ts';
import { markdownFromSlack } from './slack-message.ts';
import { enableIconOverride, enableUsernameOverride } from './webhooks.settings.ts';

const DEFAULT_NAME = 'webhook';
/** Props that only the server itself writes. */
export const RESERVED_PROPS: ReadonlySet<string> = new Set([
  'from_webhook', 'from_bot', 'from_plugin', 'from_oauth_app', 'override_username', 'override_icon_url', 'override_icon_emoji', 'webhook_display_name', 'add_channel_member', 'attachments',
  'previewed_post', 'deleteBy', 'mentionHighlightDisabled', 'disable_group_highlight', 'force_notification', 'living',
]);

/** A payload as it will stand in a channel. */
export interface Rendered {
  readonly message: string;
  readonly type: string;
  readonly props: PostProps;
  readonly priority: unknown;
}

/** Makes the post of a payload. `is_slack`: its texts may hold Slack's markup. The text may be longer than a message. */
export async function renderPayload(ctx: Ctx, hook: IncomingWebhook, payload: Payload, is_slack: boolean): Promise<Rendered> {
  const { text, attachments } = is_slack ? await markdownFromSlack(ctx, payload.text, payload.attachments) : { text: payload.text, attachments: payload.attachments as Partial<MessageAttachment>[] };
  const props = propsOf(ctx, hook, payload);
  return { message: text, type: payload.type || (attachments.length ? 'slack_attachment' : ''), props: attachments.length ? { ...props, attachments: attachments as MessageAttachment[] } : props, priority: payload.priority };
}

/** Posts what was rendered: several posts if its text is too long for one, attachments with the last. */
export async function postRendered(ctx: Ctx, { user_id }: { readonly user_id: string }, channel_id: string, rendered: Rendered, root_id: string): Promise<Post[]> {
  const parts = splitText(rendered.message);
  const { attachments: _attachments, ...bare } = rendered.props;
  const posts: Post[] = [];
  for (const [index, message] of parts.entries()) {
    const is_last = index === parts.length - 1;
    const type = is_last || rendered.type !== 'slack_attachment' ? rendered.type : '';
    posts.push(await createPost(ctx, { channel_id, user_id, message, root_id, type, props: is_last ? rendered.props : bare, metadata: index ? null : { priority: rendered.priority } }, { set_online: false }));
  }
  return posts;
}

function propsOf(ctx: Ctx, hook: IncomingWebhook, payload: Payload): PostProps {
  const own = Object.fromEntries(Object.entries(payload.props).filter(([key]) => !RESERVED_PROPS.has(key)));
  const icon_url = payload.icon_url || hook.icon_url;
  const has_icon = ctx.settings.get(enableIconOverride);
  return {
    ...own,
    from_webhook: 'true',
    webhook_display_name: hook.display_name,
    ...(ctx.settings.get(enableUsernameOverride) && { override_username: payload.username || hook.username || DEFAULT_NAME }),
    ...(has_icon && icon_url && { override_icon_url: icon_url }),
    ...(has_icon && payload.icon_emoji && { override_icon_emoji: payload.icon_emoji.replaceAll(':', '') }),
  };
}

/** Pieces of at most one message's length, cut where a line or word ends if that is near. */
export function splitText(text: string, max: number = post_limits.message_max): string[] {
  const parts: string[] = [];
  let rest = [...text];
  while (rest.length > max) {
    const piece = rest.slice(0, max).join('');
    const cut = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' '));
    const end = cut > max * 0.8 ? [...piece.slice(0, cut + 1)].length : max;
    parts.push(rest.slice(0, end).join('').trimEnd());
    rest = rest.slice(end);
  }
  parts.push(rest.join(''));
  return parts;
}
