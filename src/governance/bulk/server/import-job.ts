import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { userError, type Ctx } from '#kernel/server/index.ts';
import type { JobRun, JobType } from '#governance/background-jobs/server/feature.ts';
import { findPath, IMPORTS } from './bulk.files.ts';
import { lineSchema, TYPES, type BulkLine } from './bulk.format.ts';
import { openArchive, type Archive } from './archive.ts';
import { Importer } from './importer.ts';

const PROGRESS_EVERY = 500;

/** Brings a zip over that `export_process` or another server of the protocol has written. What is there already is not brought twice. */
export const importProcess: JobType = {
  type: 'import_process',
  check: async ({ app }, data) => {
    await findPath(app, IMPORTS, data['import_file'] ?? '');
  },
  run: async (ctx, run) => {
    const { path: stored } = await findPath(ctx.app, IMPORTS, run.data['import_file'] ?? '');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'muster-import-'));
    try {
      const file = path.join(folder, 'import.zip');
      await pipeline(ctx.app.files.read(stored), createWriteStream(file, { mode: 0o600 }));
      const archive = await openArchive(file);
      try {
        return await importAll(ctx, run, archive);
      } finally {
        archive.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

// First everything is checked, then everything is brought: a slip in the last line costs nothing.
async function importAll(ctx: Ctx, run: JobRun, archive: Archive): Promise<Record<string, string>> {
  let total = 0;
  for await (const _ of linesOf(archive)) total++;
  const importer = new Importer(ctx, archive);
  let count = 0;
  for await (const { line, number } of linesOf(archive)) {
    await importer.take(line).catch((error: Error) => {
      throw atLine(number, error.message);
    });
    if (++count % PROGRESS_EVERY === 0) await run.progress(Math.floor((count / total) * 99), { line_number: String(number) });
  }
  await importer.finish();
  return { ...importer.figures(), lines: String(total), line_number: '' };
}

async function* linesOf(archive: Archive): AsyncGenerator<{ line: BulkLine; number: number }> {
  let number = 0;
  let is_first = true;
  for await (const text of createInterface({ input: await archive.openLines(), crlfDelay: Infinity })) {
    number++;
    if (!text.trim()) continue;
    const line = parseLine(text, number);
    if (is_first && line?.type !== 'version') throw atLine(number, 'The first line must be the version.');
    is_first = false;
    if (line) yield { line, number };
  }
  if (is_first) throw userError('app.import.bulk_import.file_scan.error', 'The file is empty.');
}

function parseLine(text: string, number: number): BulkLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw atLine(number, 'It is not valid JSON.');
  }
  const type = (value as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || !TYPES.includes(type)) throw atLine(number, `There is no type ${JSON.stringify(type)}.`);
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  if (!lineSchema.options.some((option) => option.shape.type.value === type)) return undefined; // roles, schemes, emoji and bots are not brought over
  const issue = parsed.error.issues[0]!;
  throw atLine(number, `${issue.path.join('.')}: ${issue.message}`);
}

function atLine(number: number, why: string) {
  return userError('app.import.bulk_import.line.error', `Line ${number}: ${why}`);
}
