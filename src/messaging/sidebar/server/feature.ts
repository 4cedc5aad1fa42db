import { defineFeature } from '#kernel/server/index.ts';
import { frames } from './sidebar.events.ts';
import { contributions, listeners } from './sidebar.listeners.ts';
import { routes } from './sidebar.routes.ts';

export const sidebarFeature = defineFeature({
  name: 'sidebar',
  area: 'messaging',
  summary: "Everybody's own order of channels: categories, favourites, muting.",
  tables: ['sidebar_categories', 'sidebar_channels'],
  routes,
  frames,
  listeners,
  contributes: contributions,
});
