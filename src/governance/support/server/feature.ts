import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './support.routes.ts';

export const supportFeature = defineFeature({
  name: 'support',
  area: 'governance',
  summary: 'A packet of everything that helps to find the cause of a problem.',
  routes,
});
