import { actionsOf, newId, type Action, type App, type Ctx } from '#kernel/server/index.ts';
import { createPost, editPost } from '#messaging/posts/server/feature.ts';
import { SYSTEM } from '#kernel/server/index.ts';
import type { MessageAttachment, Post, PostAction } from '#messaging/posts/wire/index.ts';
import { systemBot } from '#identity/users/server/feature.ts';
import { deleteMessageActions, insertMessageActions } from './interactions.store.ts';

/** A button or menu that runs an action as whoever presses it: under his permission, with his audit record. A menu adds `selected_option` to the input. */
export interface ServerButton extends Omit<PostAction, 'id' | 'integration' | 'cookie'> {
  readonly name: string;
  readonly action: Action;
  readonly input: Record<string, unknown>;
}

/** What a button of the server may answer to whoever pressed it. */
export interface ButtonAnswer {
  readonly ephemeral_text?: string;
}

/** A message of the server with buttons. */
export interface ServerMessage {
  readonly channel_id: string;
  readonly root_id?: string;
  readonly message: string;
  readonly attachment: Partial<Omit<MessageAttachment, 'actions'>>;
  readonly buttons: readonly ServerButton[];
}

/** The name under which an action is kept: `feature.action-name`. */
export function actionKey(app: App, action: Action): string {
  const feature = app.features.find((one) => actionsOf(one).includes(action));
  if (!feature) throw new Error(`the action "${action.name}" is in no manifest: list it under "actions"`);
  return `${feature.name}.${action.name}`;
}

/** The action of this name; undefined if this version does not have it. */
export function actionOfKey(app: App, key: string): Action | undefined {
  const [feature_name, name] = key.split('.');
  return app.features.filter((feature) => feature.name === feature_name).flatMap(actionsOf).find((action) => action.name === name);
}

/** Posts a message of the server whose buttons run actions. What they run is kept here and in no post, so nobody else can write such a button. */
export async function postWithButtons(ctx: Ctx, { channel_id, root_id, message, attachment, buttons }: ServerMessage): Promise<Post> {
  const bot = await systemBot(ctx);
  const made = makeButtons(ctx, buttons);
  const post = await createPost(ctx, { channel_id, user_id: bot.id, root_id: root_id ?? '', message, props: { from_bot: 'true', attachments: [{ ...attachment, actions: made.shown }] } }, { set_online: false });
  await insertMessageActions(ctx.db, post.id, made.rows, ctx.now);
  return post;
}

/** Changes such a message. Buttons that it had before run nothing any more. */
export async function updateWithButtons(ctx: Ctx, post_id: string, { message, attachment, buttons }: Pick<ServerMessage, 'message' | 'attachment' | 'buttons'>): Promise<Post> {
  const made = makeButtons(ctx, buttons);
  await ctx.db.tx(async (tx) => {
    await deleteMessageActions(tx, [post_id]);
    if (made.rows.length) await insertMessageActions(tx, post_id, made.rows, ctx.now);
  });
  return editPost({ ...ctx, actor: SYSTEM }, post_id, { message, props: { from_bot: 'true', attachments: [{ ...attachment, ...(made.shown.length && { actions: made.shown }) }] } });
}

function makeButtons(ctx: Ctx, buttons: readonly ServerButton[]) {
  const made = buttons.map(({ action, input, ...look }) => ({ id: newId(ctx.now), look, action: actionKey(ctx.app, action), input }));
  return {
    shown: made.map(({ id, look }) => ({ type: 'button', ...look, id })),
    rows: made.map(({ id, action, input }) => ({ action_id: id, action, input })),
  };
}
