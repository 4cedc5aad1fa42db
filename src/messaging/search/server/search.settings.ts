import { setting } from '#kernel/server/index.ts';

/** Whether messages can be searched. */
export const enablePostSearch = setting({ key: 'ServiceSettings.EnablePostSearch', default: true, summary: 'Messages can be searched.' });

/** Whether files can be searched. */
export const enableFileSearch = setting({ key: 'ServiceSettings.EnableFileSearch', default: true, summary: 'Files can be searched.' });

/** Whether words inside of files are found too. */
export const extractContent = setting({ key: 'FileSettings.ExtractContent', default: true, summary: 'Files are found by the words in them, not only by their names.' });

export const searchSettings = [enablePostSearch, enableFileSearch, extractContent];
