import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { defineJob, type Ctx } from '#kernel/server/index.ts';
import { originalPath } from '#messaging/files/server/feature.ts';
import { extractContent } from '../search.settings.ts';
import { extractText } from './extract-text.ts';
import { listWaiting, removeOrphans, saveContent, type WaitingFile } from './file-contents.store.ts';

const BATCH = 50;

/** Takes the words out of files that were posted. One file after the other, so that a machine is never busy with files alone. */
export const extractContents = defineJob({
  name: 'extract-file-contents',
  summary: 'Take the words out of posted files, so that they can be searched.',
  input: z.object({}),
  every: '*/15 * * * *',
  time_limit_ms: 60 * 60_000,
  unaudited: 'it changes nothing that anybody wrote',
  run: async (ctx) => {
    await extractWaiting(ctx, () => !ctx.signal.aborted);
    await removeOrphans(ctx.db);
  },
});

/** Takes the words out of all files that wait, as long as `goesOn`; returns how many files that were. */
export async function extractWaiting(ctx: Ctx, goesOn: (done: number) => boolean | Promise<boolean>): Promise<number> {
  if (!ctx.settings.get(extractContent)) return 0;
  let done = 0;
  for (let files = await listWaiting(ctx.db.slow, BATCH); files.length; files = await listWaiting(ctx.db.slow, BATCH)) {
    for (const file of files) {
      if (!(await goesOn(done))) return done;
      await saveContent(ctx.db, file.id, await textOf(ctx, file), ctx.app.clock());
      done++;
    }
  }
  return done;
}

// A file that cannot be read has no words: it is not tried again and again.
async function textOf(ctx: Ctx, file: WaitingFile): Promise<string> {
  try {
    return await extractText(file.name, await buffer(ctx.app.files.read(originalPath(file))));
  } catch (error) {
    ctx.log.info({ file_id: file.id, extension: file.extension, error: (error as Error).message }, 'the words of a file could not be taken out');
    return '';
  }
}
