import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { sendFile } from '#messaging/files/server/feature.ts';
import { deleteExport } from './actions/delete-export.ts';
import { deleteImport } from './actions/delete-import.ts';
import { shareExport } from './actions/share-export.ts';
import { downloadExport } from './queries/download-export.ts';
import { downloadSharedExport } from './queries/download-shared-export.ts';
import { listExports } from './queries/list-exports.ts';
import { listImports } from './queries/list-imports.ts';

export const routes: Routes = {
  'GET /api/v4/imports': listImports,
  'DELETE /api/v4/imports/:import_name': route({ action: deleteImport, answer: answerOk }),
  'GET /api/v4/exports': listExports,
  'GET /api/v4/exports/:export_name': route({ action: downloadExport, answer: sendFile }),
  'DELETE /api/v4/exports/:export_name': route({ action: deleteExport, answer: answerOk }),
  'POST /api/v4/exports/:export_name/presign-url': route({ action: shareExport }),
  'GET /api/muster/v1/exports/:export_name': route({ action: downloadSharedExport, answer: sendFile }),
};
