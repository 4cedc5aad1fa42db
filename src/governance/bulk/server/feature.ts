import { defineFeature } from '#kernel/server/index.ts';
import { jobTypes } from '#governance/background-jobs/server/feature.ts';
import { takeImport } from '#messaging/uploads/server/feature.ts';
import { IMPORTS } from './bulk.files.ts';
import { routes } from './bulk.routes.ts';
import { linkLifetime } from './bulk.settings.ts';
import { exportProcess } from './export-job.ts';
import { importProcess } from './import-job.ts';
import { exportDelete, exportRetention, importDelete, importRetention } from './remove-old.ts';

export const bulkFeature = defineFeature({
  name: 'bulk',
  area: 'governance',
  summary: 'Everything of a server in one file, to be brought to another.',
  routes,
  settings: [importRetention, exportRetention, linkLifetime],
  contributes: [
    takeImport.add(async (ctx, session, bytes) => {
      await ctx.app.files.write(`${IMPORTS}/${session.id}_${session.filename.replaceAll(/[^\w. ()-]/g, '_')}`, bytes);
    }),
    ...[exportProcess, importProcess, exportDelete, importDelete].map((type) => jobTypes.add(type)),
  ],
});
