import { setting } from '#kernel/server/index.ts';

export const enableIncomingWebhooks = setting({ key: 'ServiceSettings.EnableIncomingWebhooks', default: true, summary: 'Tools can post through incoming webhooks.', client: 'EnableIncomingWebhooks' });
export const enableUsernameOverride = setting({ key: 'ServiceSettings.EnablePostUsernameOverride', default: true, summary: 'Integrations can post under a name of their own.', client: 'EnablePostUsernameOverride' });
export const enableIconOverride = setting({ key: 'ServiceSettings.EnablePostIconOverride', default: true, summary: 'Integrations can post with a picture of their own.', client: 'EnablePostIconOverride' });
export const maxPayload = setting({ key: 'MusterSettings.MaxWebhookPayloadBytes', default: 1_048_576, min: 1024, max: 16_777_216, summary: 'Largest payload of an incoming webhook in bytes.' });

export const callsPerMinute = setting({ key: 'MusterSettings.WebhookCallsPerMinute', default: 3_000, min: 1, max: 1_000_000, summary: 'Calls a minute that one incoming webhook takes in the long run.' });
export const callBurst = setting({ key: 'MusterSettings.WebhookCallBurst', default: 2_000, min: 1, max: 1_000_000, summary: 'Calls that one incoming webhook takes at once beyond that.' });
export const editInterval = setting({ key: 'MusterSettings.WebhookEditIntervalMilliseconds', default: 1_000, min: 0, max: 60_000, summary: 'Shortest time between two changes of one living message; what arrives meanwhile is shown at once afterwards.' });
export const reopenAfter = setting({ key: 'MusterSettings.WebhookReopenAfterMinutes', default: 10, min: 0, max: 525_600, summary: 'For how many minutes after it was closed a living message is opened again; later a new message is written.' });

export const settings = [enableIncomingWebhooks, enableUsernameOverride, enableIconOverride, maxPayload, callsPerMinute, callBurst, editInterval, reopenAfter];
