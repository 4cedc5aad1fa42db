import { z } from 'zod';
import { defineJob, type Ctx } from '#kernel/server/index.ts';
import { displayName, getUser, getUsers, mailLetter } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { getChannels } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { excerptOf } from './mail-notices.rules.ts';
import { contentsType } from './mail-notices.settings.ts';
import { readWaiting, removeNotices, type WaitingMessage } from './mail-notices.store.ts';

const MAX_SHOWN = 20;

export const mailMentionsJob = defineJob({
  name: 'send-mention-mail',
  summary: 'Writes a mail about the messages that somebody has not read.',
  input: z.object({ user_id: z.string(), is_unwanted: z.boolean().default(false) }),
  unaudited: 'nobody does it',
  run: async (ctx, { user_id, is_unwanted }) => {
    const until = ctx.now;
    const user = await getUser(ctx.app, user_id);
    if (user && !user.delete_at && !is_unwanted) await writeMail(ctx, user, await readWaiting(ctx.db, user_id));
    await removeNotices(ctx.db, user_id, until);
  },
});

async function writeMail(ctx: Ctx, user: User, waiting: readonly WaitingMessage[]): Promise<void> {
  if (!waiting.length) return;
  const channels = await getChannels(ctx.app, [...new Set(waiting.map((message) => message.channel_id))]);
  const authors = await getUsers(ctx.app, [...new Set(waiting.map((message) => message.author_id))]);
  const quotes = waiting.slice(0, MAX_SHOWN).map((message) => quoteOf(message, authors.get(message.author_id), channels.get(message.channel_id)));
  const url = waiting.length === 1 ? `${ctx.app.site_url}/_redirect/pl/${waiting[0]!.post_id}` : ctx.app.site_url;
  const values = { author: quotes[0]!.from, channel: quotes[0]!.where, count: String(waiting.length) };
  if (ctx.settings.get(contentsType) === 'generic') return mailLetter(ctx, user, 'mentioned-generic', { values: { ...values, channel: values.channel || quotes[0]!.from }, url });
  const name = waiting.length > 1 ? 'mentioned-many' : channels.get(waiting[0]!.channel_id)?.type === 'D' ? 'direct-message' : 'mentioned';
  return mailLetter(ctx, user, name, { values, url, quotes });
}

function quoteOf({ message, props, file_count }: WaitingMessage, author: User | undefined, channel: Channel | undefined): { from: string; text: string; where: string } {
  const given = props['from_webhook'] === 'true' ? props['override_username'] : undefined;
  return { from: typeof given === 'string' && given ? given : author ? displayName(author) : '', text: excerptOf(message, file_count), where: channel && channel.type !== 'D' ? channel.display_name : '' };
}
