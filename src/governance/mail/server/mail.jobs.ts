import { z } from 'zod';
import { defineJob, MailError } from '#kernel/server/index.ts';
import { mailServerOf, sendLetter } from './mail-server.ts';
import { markFailed, markSent, readMail, removeOldMails } from './mails.store.ts';

const DAY_MS = 86_400_000;
const KEEP_MS = 30 * DAY_MS;
const KEEP_LINKS_MS = 2 * DAY_MS;

export const sendMailJob = defineJob({
  name: 'send-mail',
  summary: 'Hands a mail to the mail server.',
  input: z.object({ mail_id: z.string() }),
  max_attempts: 12,
  unaudited: 'what caused the mail has a record',
  run: async (ctx, { mail_id }) => {
    const mail = await readMail(ctx.db, mail_id);
    if (mail?.state !== 'waiting' || !mail.letter) return;
    try {
      const server = mailServerOf(ctx.settings);
      if (!server) throw new Error('There is no mail server any more.');
      await sendLetter(ctx.app, server, { ...mail, letter: mail.letter });
      await markSent(ctx.db, mail.id, ctx.app.clock());
    } catch (error) {
      const { message } = error as Error;
      const is_final = ctx.is_last_attempt || (error instanceof MailError && error.is_final);
      await markFailed(ctx.db, mail.id, message, is_final);
      ctx.log.warn({ mail_id, attempt: ctx.attempt, error: message, is_given_up: is_final }, 'a mail could not be sent');
      if (!is_final) throw error;
    }
  },
});

export const removeOldMailsJob = defineJob({
  name: 'remove-old-mails',
  summary: 'Forgets mails of the month before, and links that do not work any more.',
  input: z.object({}),
  every: '17 3 * * *',
  unaudited: 'it happens every night',
  run: (ctx) => removeOldMails(ctx.db, ctx.now - KEEP_MS, ctx.now - KEEP_LINKS_MS),
});
