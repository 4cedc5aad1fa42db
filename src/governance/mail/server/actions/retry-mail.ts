import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { workQueue } from '../mail-queue.ts';
import { mailServerOf } from '../mail-server.ts';
import { queueAgain } from '../mails.store.ts';

export const retryMail = action({
  name: 'retry-mail',
  summary: 'Sends a mail again that could not be sent.',
  input: z.object({ mail_id: fields.id() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { mail_id }) => {
    if (!mailServerOf(ctx.settings)) throw userError('api.admin.test_email.missing_server', 'Give the name of a mail server (EmailSettings.SMTPServer) first.');
    if (!(await queueAgain(ctx.db, mail_id, ctx.now))) throw userError('muster.mail.gone.app_error', 'There is no such mail, or it has left already.', 404);
    workQueue(ctx.app);
  },
});
