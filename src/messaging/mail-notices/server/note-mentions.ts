import type { Ctx } from '#kernel/server/index.ts';
import { sendsMail } from '#identity/letters/server/feature.ts';
import { getPreferences } from '#identity/preferences/server/feature.ts';
import { getStatuses } from '#identity/status/server/feature.ts';
import { notifyPropsOf } from '#messaging/channels/server/feature.ts';
import type { PostCreated } from '#messaging/posts/server/feature.ts';
import { mailMentionsJob } from './mail-notices.jobs.ts';
import { waitOf, wantsMail } from './mail-notices.rules.ts';
import { enableBatching, sendNotifications } from './mail-notices.settings.ts';
import { insertNotices, readFollowers } from './mail-notices.store.ts';

/** Notes for whom of those addressed by a new message a mail is to be written. */
export async function noteMentions(ctx: Ctx, created: PostCreated): Promise<void> {
  const { post } = created;
  if (!ctx.settings.get(sendNotifications) || !sendsMail(ctx.settings) || post.type.startsWith('system_')) return;
  const wanted = await findReaders(ctx, created);
  const statuses = wanted.length ? await getStatuses(ctx.app, wanted) : [];
  const away = statuses.filter(({ status }) => status === 'away' || status === 'offline').map(({ user_id }) => user_id);
  if (!away.length) return;
  const first = await ctx.db.tx((tx) => insertNotices(tx, away, post.id, post.create_at));
  for (const user_id of first) await planMail(ctx, user_id);
}

async function findReaders(ctx: Ctx, { post, mentioned, is_wide, hearsWide }: PostCreated): Promise<string[]> {
  if (!mentioned.size && !is_wide && !post.root_id) return [];
  const members = await notifyPropsOf(ctx.app, post.channel_id);
  const followers = post.root_id ? await readFollowers(ctx.db, post.root_id) : [];
  const addressed = new Set(is_wide ? [...mentioned, ...[...members.keys()].filter(hearsWide)] : mentioned);
  return [...new Set([...addressed, ...followers])].filter((user_id) => {
    const member = members.get(user_id);
    return user_id !== post.user_id && member !== undefined && wantsMail(member, addressed.has(user_id));
  });
}

async function planMail(ctx: Ctx, user_id: string): Promise<void> {
  const preference = (await getPreferences(ctx.app, user_id, 'notifications')).find(({ name }) => name === 'email_interval');
  const wait_s = waitOf(ctx.settings.get(enableBatching), preference?.value);
  // Who wants none keeps no rows either: the job removes them.
  await ctx.jobs.add(mailMentionsJob, { user_id, is_unwanted: wait_s === undefined }, { key: `mail-mentions:${user_id}`, run_at: ctx.now + (wait_s ?? 0) * 1000 });
}
