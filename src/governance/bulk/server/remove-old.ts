import { setting, type Ctx } from '#kernel/server/index.ts';
import type { JobType } from '#governance/background-jobs/server/feature.ts';
import { EXPORTS, IMPORTS } from './bulk.files.ts';

const DAY_MS = 86_400_000;

export const importRetention = setting({ key: 'ImportSettings.RetentionDays', default: 30, min: 0, summary: 'Days after which import_delete removes files of imports; 0: never.' });
export const exportRetention = setting({ key: 'ExportSettings.RetentionDays', default: 30, min: 0, summary: 'Days after which export_delete removes exports; 0: never.' });

export const importDelete: JobType = { type: 'import_delete', run: (ctx) => removeOld(ctx, IMPORTS, ctx.settings.get(importRetention)) };
export const exportDelete: JobType = { type: 'export_delete', run: (ctx) => removeOld(ctx, EXPORTS, ctx.settings.get(exportRetention)) };

async function removeOld({ app }: Ctx, folder: string, days: number): Promise<Record<string, string>> {
  const old = days ? (await app.files.list(folder)).filter((file) => file.modified_at < app.clock() - days * DAY_MS) : [];
  for (const { name } of old) await app.files.remove(`${folder}/${name}`);
  return { removed: String(old.length) };
}
