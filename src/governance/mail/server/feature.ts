import { defineFeature } from '#kernel/server/index.ts';
import { sendMail } from '#identity/users/server/feature.ts';
import { removeOldMailsJob, sendMailJob } from './mail.jobs.ts';
import { routes } from './mail.routes.ts';
import { settings } from './mail.settings.ts';
import { queueMail } from './queue-mail.ts';

export { countMails } from './mails.store.ts';

export const mailFeature = defineFeature({
  name: 'mail',
  area: 'governance',
  summary: 'Mails that leave this server, and those that could not.',
  tables: ['mails'],
  routes,
  settings,
  contributes: [sendMail.add(queueMail)],
  jobs: [sendMailJob, removeOldMailsJob],
});
