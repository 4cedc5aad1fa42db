import type { App } from '#kernel/server/index.ts';
import { folderOf } from './files.paths.ts';
import { waitingFiles } from './files.extensions.ts';
import { listForgotten, removeFiles, setAside } from './files.store.ts';

const KEEP_MS = 24 * 3600_000;
const EVERY_MS = 3600_000;
const BATCH = 200;

/** Removes files that no message took within a day, and what broken uploads left. */
export async function removeForgottenFiles(app: App): Promise<number> {
  let count = 0;
  for (let last = { id: '', create_at: -1 }; ; ) {
    const found = await listForgotten(app.db, app.clock() - KEEP_MS, last, BATCH);
    if (!found.length) return count;
    last = found.at(-1)!;
    const ids = found.map((file) => file.id);
    const kept = new Set((await Promise.all(app.all(waitingFiles).map((keep) => keep(app, ids)))).flat());
    const files = await setAside(app.db, ids.filter((id) => !kept.has(id)), app.clock());
    await Promise.all(files.map((file) => app.files.removeFolder(folderOf(file))));
    await removeFiles(app.db, files.map((file) => file.id));
    count += files.length;
  }
}

/** Cleans up now and then every hour; returns what ends it. */
export function startCleanup(app: App): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const clean = () => {
    running = running.then(() => removeForgottenFiles(app)).catch((error: Error) => app.log.warn({ error: error.message }, 'forgotten files could not be removed'));
  };
  const timer = setInterval(clean, EVERY_MS).unref();
  clean();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
