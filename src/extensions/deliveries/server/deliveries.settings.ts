import { setting } from '#kernel/server/index.ts';

export const requestTimeout = setting({ key: 'ServiceSettings.OutgoingIntegrationRequestsTimeout', default: 30, min: 1, max: 600, summary: 'How many seconds an integration has to answer a call.' });
export const retentionDays = setting({ key: 'MusterSettings.DeliveryRetentionDays', default: 30, min: 1, max: 3650, summary: 'How many days the calls of integrations, in either direction, are kept.' });
export const keptBytes = setting({ key: 'MusterSettings.DeliveryBodyBytes', default: 32_768, min: 0, max: 1_048_576, summary: 'How many bytes of each body the delivery ledger keeps. What is longer is cut, and cannot be replayed if it came in.' });
export const maxAttempts = setting({ key: 'MusterSettings.DeliveryMaxAttempts', default: 10, min: 1, max: 100, summary: 'How often a call is tried until it is given up.' });
export const firstRetry = setting({ key: 'MusterSettings.DeliveryFirstRetrySeconds', default: 5, min: 1, max: 3600, summary: 'Seconds until a failed call is tried again; the waits grow threefold.' });
export const lastRetry = setting({ key: 'MusterSettings.DeliveryLongestRetrySeconds', default: 3600, min: 1, max: 86_400, summary: 'The longest wait between two attempts, in seconds.' });
export const maxAge = setting({ key: 'MusterSettings.DeliveryMaxAgeHours', default: 72, min: 1, max: 8760, summary: 'How many hours a call may wait for its receiver until it is given up.' });

export const settings = [requestTimeout, retentionDays, keptBytes, maxAttempts, firstRetry, lastRetry, maxAge];
