import { setting } from '#kernel/server/index.ts';

export const enableOutgoingWebhooks = setting({ key: 'ServiceSettings.EnableOutgoingWebhooks', default: true, summary: 'Messages in open channels can be sent to other systems by outgoing webhooks.', client: 'EnableOutgoingWebhooks' });

export const settings = [enableOutgoingWebhooks];
