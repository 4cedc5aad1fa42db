import { defineFeature } from '#kernel/server/index.ts';
import { routes } from './brand.routes.ts';
import { settings } from './brand.settings.ts';

export const brandFeature = defineFeature({
  name: 'brand',
  area: 'governance',
  summary: 'Picture and words of the log-in page.',
  routes,
  settings,
});
