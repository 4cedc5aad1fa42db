import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './server-logs.routes.ts';

export { streamLog } from './read-logs.ts';

export const serverLogsFeature = defineFeature({
  name: 'server-logs',
  area: 'governance',
  summary: 'The log of the server, read by administrators.',
  routes,
});
