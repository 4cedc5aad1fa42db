import { setting } from '#kernel/server/index.ts';

export const enableCustomGroups = setting({ key: 'ServiceSettings.EnableCustomGroups', default: true, summary: 'People can make groups of people and mention them.', client: 'EnableCustomGroups' });

export const settings = [enableCustomGroups];
