import { z } from 'zod';
import { action, fields, userError, type Ctx, type PermissionRule } from '#kernel/server/index.ts';
import { canReadChannel } from '#messaging/channels/server/feature.ts';
import { canReadPost, loadPost, openActionCookie, sendEphemeralPost, type ActionCookie } from '#messaging/posts/server/feature.ts';
import type { Post, PostAction } from '#messaging/posts/wire/index.ts';
import type { PostActionResponse } from '../../wire/index.ts';
import { askIntegration } from '../ask-integration.ts';
import { findMessageAction } from '../interactions.store.ts';
import { actionOfKey, type ButtonAnswer } from '../server-actions.ts';
import { newTrigger } from '../trigger-ids.ts';

type Input = { post_id: string; action: string; selected_option: string; cookie: string };

const pressesButtons: PermissionRule<Input> = {
  scope: 'channel',
  ids: ['read_channel_content'],
  check: async (ctx, input) => {
    const cookie = cookieOf(ctx, input);
    return cookie ? cookie.reader_id === ctx.actor.user_id && canReadChannel(ctx, cookie.channel_id) : canReadPost(ctx, input.post_id);
  },
};

/** Presses a button of a message, or chooses from its menu: what stands behind it happens as the person who pressed. */
export const pressButton = action({
  name: 'press-button',
  summary: 'Press a button of a message or choose from its menu.',
  input: z.object({
    post_id: fields.id(),
    action: fields.text(300),
    selected_option: fields.text(4000).nullish().transform((value) => value ?? ''),
    cookie: fields.text(200_000).nullish().transform((value) => value ?? ''),
  }),
  permission: pressesButtons,
  run: async (ctx, input): Promise<PostActionResponse> => {
    ctx.notes.push(`button=${input.action.slice(0, 80)}`);
    const trigger = newTrigger(ctx.app, ctx.actor.user_id);
    const cookie = cookieOf(ctx, input);
    if (cookie) {
      await askIntegration(ctx, { place: cookie, button: cookie.action, trigger, selected_option: input.selected_option });
      return { status: 'OK', trigger_id: trigger.client_trigger_id };
    }
    const post = await loadPost(ctx, input.post_id);
    const button = buttonOf(post, input.action);
    if (button.disabled) throw userError('api.post.do_action.action_id.app_error', `"${button.name ?? 'This button'}" cannot be pressed now.`);
    if (!(await runOwn(ctx, post, button, input.selected_option))) {
      await askIntegration(ctx, { place: { post_id: post.id, channel_id: post.channel_id, root_id: post.root_id, user_id: post.user_id }, post, button, trigger, selected_option: input.selected_option });
    }
    return { status: 'OK', trigger_id: trigger.client_trigger_id };
  },
});

function cookieOf(ctx: Ctx, { post_id, action: id, cookie }: Input): ActionCookie | undefined {
  const opened = cookie ? openActionCookie(ctx.app, cookie) : undefined;
  return opened?.post_id === post_id && opened.action.id === id ? opened : undefined;
}

function buttonOf(post: Post, id: string): PostAction {
  const all = (post.props.attachments ?? []).flatMap((attachment) => attachment.actions ?? []);
  const button = all.find((one) => one.id === id);
  if (!button) throw userError('api.post.do_action.action_id.app_error', 'This message has no such button any more.', 404);
  return button;
}

// A button that the server itself made runs an action of the product: in the kernel's order, as who pressed it.
async function runOwn(ctx: Ctx, post: Post, button: PostAction, selected_option: string): Promise<boolean> {
  const row = await findMessageAction(ctx.db, post.id, button.id!);
  if (!row) return false;
  const found = actionOfKey(ctx.app, row.action);
  if (!found) throw userError('api.post.do_action.action_id.app_error', 'What this button did does not exist in this version any more.', 404);
  if (button.type === 'select') demandChoice(button, selected_option);
  const answer = (await ctx.app.execute(ctx, found, { ...row.input, ...(button.type === 'select' && { selected_option }) })) as ButtonAnswer | undefined;
  const { ephemeral_text } = answer ?? {};
  if (typeof ephemeral_text === 'string' && ephemeral_text) await sendEphemeralPost(ctx, ctx.actor.user_id, { channel_id: post.channel_id, user_id: post.user_id, root_id: post.root_id || post.id, message: ephemeral_text });
  return true;
}

function demandChoice(button: PostAction, selected_option: string): void {
  if (button.data_source || button.options?.some((one) => one.value === selected_option)) return;
  throw userError('api.post.do_action.action_id.app_error', 'Choose one of the options of the menu.');
}
