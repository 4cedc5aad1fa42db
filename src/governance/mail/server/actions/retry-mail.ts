import { z } from 'zod';
import { action, fields, userError } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';
import { mailServerOf } from '../mail-server.ts';
import { markWaiting } from '../mails.store.ts';
import { addSending } from '../queue-mail.ts';

export const retryMail = action({
  name: 'retry-mail',
  summary: 'Sends a mail again that could not be sent.',
  input: z.object({ mail_id: fields.id() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { mail_id }) => {
    if (!mailServerOf(ctx.settings)) throw userError('api.admin.test_email.missing_server', 'Give the name of a mail server (EmailSettings.SMTPServer) first.');
    if (!(await markWaiting(ctx.db, mail_id))) throw userError('muster.mail.gone.app_error', 'There is no such mail, or it has left already.', 404);
    await addSending(ctx, mail_id);
  },
});
