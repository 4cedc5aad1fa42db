import { setting } from '#kernel/server/index.ts';

export const sendNotifications = setting({ key: 'EmailSettings.SendEmailNotifications', default: true, summary: 'People who are away get mails about messages to them.', client: 'SendEmailNotifications' });
export const enableBatching = setting({ key: 'EmailSettings.EnableEmailBatching', default: false, summary: 'People choose how long messages are collected for one mail.', client: 'EnableEmailBatching' });
export const contentsType = setting({ key: 'EmailSettings.EmailNotificationContentsType', default: 'full', choices: ['full', 'generic'], summary: 'Whether mails show what was written (full), or only by whom and where (generic).', client: 'EmailNotificationContentsType' });

export const settings = [sendNotifications, enableBatching, contentsType];
