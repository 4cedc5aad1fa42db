import { Readable } from 'node:stream';
import type { JobType } from '#governance/background-jobs/server/feature.ts';
import { EXPORTS, findPath, pathOf } from './bulk.files.ts';
import { exportLines } from './export-lines.ts';
import type { FileToExport } from './export-messages.ts';

/** Writes everything that people have made into a zip, which `import_process` of another server reads. */
export const exportProcess: JobType = {
  type: 'export_process',
  run: async ({ app }, run) => {
    const options = { include_attachments: run.data['include_attachments'] === 'true', include_archived_channels: run.data['include_archived_channels'] === 'true' };
    const name = `${run.id}_export.zip`;
    const files: FileToExport[] = [];
    const { ZipFile } = await import('yazl'); // only now: a start does without
    const zip = new ZipFile();
    let lines = 0;
    const text = async function* (): AsyncGenerator<string> {
      for await (const line of exportLines(app, options, files, (percent) => run.progress(percent, { lines: String(lines) }))) {
        lines++;
        yield `${JSON.stringify(line)}\n`;
      }
      // Only now it is known which files there are.
      for (const file of files) zip.addReadStreamLazy(`data/${file.archive_path}`, { compress: false }, (take) => take(null, app.files.read(file.path)));
      zip.end();
    };
    zip.addReadStream(Readable.from(text(), { objectMode: false }), 'import.jsonl');
    const failed = new Promise<never>((_, reject) => zip.on('error', reject));
    const size = await Promise.race([app.files.write(pathOf(EXPORTS, name), zip.outputStream as Readable), failed]);
    return { export_file: name, lines: String(lines), attachments: String(files.length), bytes: String(size) };
  },
  download: async (app, job) => {
    const name = job.data?.['export_file'];
    if (!name) return undefined;
    const { path, size } = await findPath(app, EXPORTS, name);
    return { name, size, bytes: app.files.read(path) };
  },
};
