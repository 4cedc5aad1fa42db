import { setting } from '#kernel/server/index.ts';

export const enableIncomingWebhooks = setting({ key: 'ServiceSettings.EnableIncomingWebhooks', default: true, summary: 'Tools can post through incoming webhooks.', client: 'EnableIncomingWebhooks' });
export const enableUsernameOverride = setting({ key: 'ServiceSettings.EnablePostUsernameOverride', default: true, summary: 'Integrations can post under a name of their own.', client: 'EnablePostUsernameOverride' });
export const enableIconOverride = setting({ key: 'ServiceSettings.EnablePostIconOverride', default: true, summary: 'Integrations can post with a picture of their own.', client: 'EnablePostIconOverride' });
export const maxPayload = setting({ key: 'MusterSettings.MaxWebhookPayloadBytes', default: 1_048_576, min: 1024, max: 16_777_216, summary: 'Largest payload of an incoming webhook in bytes.' });

export const settings = [enableIncomingWebhooks, enableUsernameOverride, enableIconOverride, maxPayload];
