import { defineFeature, listenTo } from '#kernel/server/index.ts';
import { postCreated } from '#messaging/posts/server/feature.ts';
import { mailMentionsJob } from './mail-notices.jobs.ts';
import { settings } from './mail-notices.settings.ts';
import { noteMentions } from './note-mentions.ts';

export const mailNoticesFeature = defineFeature({
  name: 'mail-notices',
  area: 'messaging',
  summary: 'Mails to people who were written to while they were away.',
  tables: ['mail_notices'],
  settings,
  jobs: [mailMentionsJob],
  listeners: [listenTo(postCreated, noteMentions)],
});
