import { setting } from '#kernel/server/index.ts';

export const enableConnections = setting({ key: 'ServiceSettings.EnableOutgoingOAuthConnections', default: false, client: 'EnableOutgoingOAuthConnections', summary: 'This server can prove itself by OAuth 2 where it calls out.' });
