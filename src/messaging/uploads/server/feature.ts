import { defineFeature } from '#kernel/server/index.ts';
import { removeOldUploads } from './uploads.jobs.ts';
import { routes } from './uploads.routes.ts';

export { takeImport } from './uploads.extensions.ts';

export const uploadsFeature = defineFeature({
  name: 'uploads',
  area: 'messaging',
  summary: 'Files that come in pieces and go on after a broken connection.',
  tables: ['upload_sessions'],
  routes,
  jobs: [removeOldUploads],
});
