import { setting } from '#kernel/server/index.ts';

/** Whether bots can be created. */
export const enableBotCreation = setting({ key: 'ServiceSettings.EnableBotAccountCreation', default: true, summary: 'Bots can be created.', client: 'EnableBotAccountCreation' });

/** Whether bots end with their owner. */
export const disableBotsWithOwner = setting({ key: 'ServiceSettings.DisableBotsWhenOwnerIsDeactivated', default: true, summary: 'The bots of somebody whose account is deactivated are disabled too.' });

export const botsSettings = [enableBotCreation, disableBotsWithOwner];
