import { defineFeature } from '#kernel/server/index.ts';
import { frames, watchConfig } from './client-config.ts';
import { routes } from './system.routes.ts';
import { settings } from './system.settings.ts';

export { clientConfig, configChanged } from './client-config.ts';
export { siteName } from './system.settings.ts';

export const systemFeature = defineFeature({
  name: 'system',
  area: 'governance',
  summary: 'What the server says of itself: health, settings, features, audits and numbers.',
  routes,
  frames,
  settings,
  start: (app) => watchConfig(app),
});
