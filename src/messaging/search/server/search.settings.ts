import { setting } from '#kernel/server/index.ts';

/** Whether messages can be searched. */
export const enablePostSearch = setting({ key: 'ServiceSettings.EnablePostSearch', default: true, summary: 'Messages can be searched.' });

/** Whether files can be searched. */
export const enableFileSearch = setting({ key: 'ServiceSettings.EnableFileSearch', default: true, summary: 'Files can be searched.' });

export const searchSettings = [enablePostSearch, enableFileSearch];
