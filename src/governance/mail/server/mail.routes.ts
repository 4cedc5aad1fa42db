import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { retryMail } from './actions/retry-mail.ts';
import { testEmail } from './actions/test-email.ts';
import { listMails } from './queries/list-mails.ts';

export const routes: Routes = {
  'POST /api/v4/email/test': route({ action: testEmail, answer: answerOk }),
  'GET /api/muster/v1/mails': listMails,
  'POST /api/muster/v1/mails/:mail_id/retry': route({ action: retryMail, answer: answerOk }),
};
