import { defineFeature } from '#kernel/server/index.ts';
import { exportContribution } from './export-users.ts';
import { routes } from './reports.routes.ts';

export const reportsFeature = defineFeature({
  name: 'reports',
  area: 'governance',
  summary: 'What accounts are used for.',
  routes,
  contributes: [exportContribution],
});
