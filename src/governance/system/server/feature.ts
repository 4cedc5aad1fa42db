import { defineFeature } from '#kernel/server/index.ts';
import { frames, watchConfig } from './client-config.ts';
import { keptSettings } from './kept-settings.ts';
import { followSiteUrl } from './site-url.ts';
import { routes } from './system.routes.ts';
import { settings } from './system.settings.ts';

export { configTree } from './config-tree.ts';
export { clientConfig, configChanged } from './client-config.ts';
export { siteName } from './system.settings.ts';

export const systemFeature = defineFeature({
  name: 'system',
  area: 'governance',
  summary: 'What the server says of itself: health, settings, features, audits and numbers.',
  routes,
  frames,
  settings,
  kept_settings: keptSettings,
  start: (app) => {
    followSiteUrl(app);
    watchConfig(app);
  },
});
