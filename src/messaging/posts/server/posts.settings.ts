import { setting } from '#kernel/server/index.ts';

/** How long a message may be edited, in seconds; -1 for ever. */
export const postEditTimeLimit = setting({ key: 'ServiceSettings.PostEditTimeLimit', default: -1, min: -1, summary: 'Seconds for which a message may be edited; -1 for ever.', client: 'PostEditTimeLimit' });

/** Whether an API call may remove a post for good. */
export const enablePostDeletion = setting({ key: 'ServiceSettings.EnableAPIPostDeletion', default: false, summary: 'Administrators may remove messages for good through the API.' });

export const postsSettings = [postEditTimeLimit, enablePostDeletion];
