import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './plugins.routes.ts';

export const pluginsFeature = defineFeature({
  name: 'plugins',
  area: 'governance',
  summary: 'What clients and tools of the protocol ask about plugins: there are none to load.',
  routes,
});
