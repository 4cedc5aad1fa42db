import { newId, type Ctx, type Letter, type Sql } from '#kernel/server/index.ts';
import type { Mail } from '#identity/users/server/feature.ts';
import { sendMailJob } from './mail.jobs.ts';
import { mailServerOf } from './mail-server.ts';
import { insertMail } from './mails.store.ts';

/** Has a mail sent; false where no mail leaves this server, when it is at most kept for its link. */
export async function queueMail(ctx: Ctx, mail: Mail): Promise<boolean> {
  const has_server = mailServerOf(ctx.settings) !== undefined;
  if (!has_server && !mail.is_needed) return false;
  const id = newId(ctx.now);
  await ctx.db.tx(async (tx) => {
    await insertMail(tx, { id, create_at: ctx.now, recipient: mail.to, subject: mail.subject, locale: mail.locale ?? 'en', letter: mail.letter ?? plainLetter(mail), state: has_server ? 'waiting' : 'kept' });
    if (has_server) await addSending(ctx, id, tx);
  });
  return has_server;
}

/** The job of sending a mail, at once; one that waited for its next attempt is replaced. */
export async function addSending(ctx: Ctx, mail_id: string, tx?: Sql): Promise<void> {
  await ctx.jobs.add(sendMailJob, { mail_id }, { key: `mail:${mail_id}`, tx });
}

// A text without parts: its paragraphs as they are.
function plainLetter({ subject, text }: Mail): Letter {
  return { subject, title: subject, paragraphs: text.split(/\n{2,}/) };
}
