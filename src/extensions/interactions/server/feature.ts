import { defineFeature } from '#kernel/server/index.ts';
import { afterPostsDeleted } from '#messaging/posts/server/feature.ts';
import { frames } from './interactions.events.ts';
import { routes } from './interactions.routes.ts';
import { deleteMessageActions } from './interactions.store.ts';

export { callIntegration, type IntegrationCall } from './call-integration.ts';
export { openActionDialog, type DialogSubmission } from './dialogs.ts';
export { actionKey, actionOfKey, postWithButtons, updateWithButtons, type ButtonAnswer, type ServerButton, type ServerMessage } from './server-actions.ts';
export { newTrigger, type Trigger } from './trigger-ids.ts';

/** Buttons, menus and forms. */
export const interactionsFeature = defineFeature({
  name: 'interactions',
  area: 'extensions',
  summary: 'Buttons and menus of messages, and the forms that integrations show.',
  tables: ['message_actions'],
  routes,
  frames,
  contributes: [afterPostsDeleted.add((tx, _post, ids) => deleteMessageActions(tx, ids))],
});
