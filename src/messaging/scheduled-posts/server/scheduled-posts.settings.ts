import { setting } from '#kernel/server/index.ts';

export const enableScheduledPosts = setting({ key: 'ServiceSettings.ScheduledPosts', default: true, client: 'ScheduledPosts', summary: 'People can have messages sent at a later time.' });
