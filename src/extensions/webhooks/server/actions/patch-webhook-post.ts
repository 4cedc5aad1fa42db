import { z } from 'zod';
import { action, anyone, fields, SYSTEM } from '#kernel/server/index.ts';
import { editPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { IncomingCall } from '../handle-call.ts';
import { payload_schema } from '../payload.ts';
import { renderPayload } from '../post-payload.ts';
import { call_fields, checkCall, needHook } from '../read-call.ts';
import { refused } from '../understand.ts';
import { findOwnPost } from '../webhooks.permissions.ts';

/** Changes a post that the webhook made: what the payload names, the rest stays. */
export const patchWebhookPost = action({
  name: 'patch-webhook-post',
  summary: 'Change a message through the address of the incoming webhook that made it.',
  input: z.object({ ...call_fields, post_id: fields.id() }),
  permission: anyone('the secret address is the credential'),
  unaudited: 'the post is its own record',
  run: async (ctx, { hook_id, post_id, ...rest }): Promise<Post> => {
    const call = rest as IncomingCall;
    const hook = await needHook(ctx, hook_id);
    await checkCall(ctx, hook, call);
    const before = await findOwnPost(ctx, hook_id, post_id);
    if (!before) throw refused(404, 'This message was deleted.');
    const parsed = payload_schema.safeParse(call.body);
    if (!parsed.success || call.body === null) throw refused(400, 'The payload cannot be read. Send an object such as {"text": "It works again"}.');
    const given = call.body as Record<string, unknown>;
    const { message, props } = await renderPayload(ctx, hook, parsed.data, true);
    // A name or picture that the call does not bring is kept as it was.
    const kept = Object.entries(before.props).filter(([name]) => (name === 'attachments' ? given['attachments'] === undefined : name === 'override_username' ? !parsed.data.username : !(name in props)));
    const after = { ...props, ...Object.fromEntries(kept) };
    if (given['attachments'] !== undefined && !props.attachments) delete after['attachments'];
    return editPost({ ...ctx, actor: SYSTEM }, post_id, { ...(typeof given['text'] === 'string' && { message }), props: after });
  },
});
