import { z } from 'zod';

// One line of the protocol's bulk format: its type, and under that name what it brings. Fields that are not read are left aside.
const text = z.string();
const time = z.number().int().nonnegative();

const reaction = z.object({ user: text, emoji_name: text, create_at: time });
const attachment = z.object({ path: text });
const message = {
  user: text,
  message: text.default(''),
  type: text.nullish(),
  props: z.record(z.string(), z.unknown()).nullish(),
  create_at: time,
  edit_at: time.nullish(),
  is_pinned: z.boolean().nullish(),
  flagged_by: z.array(text).nullish(),
  reactions: z.array(reaction).nullish(),
  attachments: z.array(attachment).nullish(),
};
const reply = z.object(message);
const threads = { replies: z.array(reply).nullish() };

const memberOfChannel = z.object({ name: text, roles: text.nullish() });
const memberOfTeam = z.object({ name: text, roles: text.nullish(), channels: z.array(memberOfChannel).nullish() });

export const lineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('version'), version: z.literal(1) }),
  z.object({ type: z.literal('team'), team: z.object({ name: text, display_name: text, type: z.enum(['O', 'I']), description: text.nullish(), allow_open_invite: z.boolean().nullish() }) }),
  z.object({ type: z.literal('channel'), channel: z.object({ team: text, name: text, display_name: text, type: z.enum(['O', 'P']), header: text.nullish(), purpose: text.nullish(), deleted_at: time.nullish() }) }),
  z.object({
    type: z.literal('user'),
    user: z.object({
      username: text, email: text, auth_service: text.nullish(), auth_data: text.nullish(), password: text.nullish(), nickname: text.nullish(), first_name: text.nullish(), last_name: text.nullish(), position: text.nullish(),
      roles: text.nullish(), locale: text.nullish(), delete_at: time.nullish(), notify_props: z.record(z.string(), z.unknown()).nullish(), teams: z.array(memberOfTeam).nullish(),
    }),
  }),
  z.object({ type: z.literal('post'), post: z.object({ team: text, channel: text, ...message, ...threads }) }),
  z.object({ type: z.literal('direct_channel'), direct_channel: z.object({ members: z.array(text).min(1).max(8), header: text.nullish() }) }),
  z.object({ type: z.literal('direct_post'), direct_post: z.object({ channel_members: z.array(text).min(1).max(8), ...message, ...threads }) }),
]);

export type BulkLine = z.output<typeof lineSchema>;
export type BulkUser = Extract<BulkLine, { type: 'user' }>['user'];
export type BulkReply = z.output<typeof reply>;
export type BulkPost = BulkReply & { readonly replies?: readonly BulkReply[] | null };

/** The types that this server reads, in the order in which they must come. */
export const TYPES: readonly string[] = ['version', 'role', 'scheme', 'emoji', 'team', 'channel', 'user', 'bot', 'post', 'direct_channel', 'direct_post'];
