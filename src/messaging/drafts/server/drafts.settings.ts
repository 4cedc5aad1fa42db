import { setting } from '#kernel/server/index.ts';

export const allowSyncedDrafts = setting({ key: 'ServiceSettings.AllowSyncedDrafts', default: true, client: 'AllowSyncedDrafts', summary: 'Unsent messages follow a person to their other devices.' });
