import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Feature } from '../feature.ts';
import { LIBRARY, migrateJobs } from '../jobs/library.ts';
import type { Database, Sql } from './database.ts';

interface Migration {
  readonly owner: string;
  readonly name: string;
  readonly file: string;
}

const LOCK = 7_305_001; // two nodes that start at once migrate one after the other

/**
 * Brings the tables of all features up to date and returns how many steps were run. Steps run in the order of the
 * catalogue, then of their file names, each once, each in its own transaction.
 * `dir` holds `<area>/<feature>/server/migrations/*.sql` (the source tree, or the build's copy of it).
 */
export async function migrate(db: Database, features: readonly Feature[], dir: string): Promise<number> {
  await db.run('CREATE TABLE IF NOT EXISTS migrations (owner text NOT NULL, name text NOT NULL, create_at bigint NOT NULL, PRIMARY KEY (owner, name))');
  const done = new Set((await db.rows<{ owner: string; name: string }>('SELECT owner, name FROM migrations')).map((m) => `${m.owner}/${m.name}`));
  const open = (await findMigrations(features, dir)).filter((m) => !done.has(`${m.owner}/${m.name}`));
  let count = 0;
  for (const step of open) count += await db.tx((tx) => runStep(tx, step));
  if (!done.has(`jobs/${LIBRARY}`)) {
    await migrateJobs(db.pool); // the library sees to it that two nodes do not do it at once
    await db.run('INSERT INTO migrations (owner, name, create_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', ['jobs', LIBRARY, Date.now()]);
    count++;
  }
  return count;
}

async function runStep(tx: Sql, step: Migration): Promise<number> {
  await tx.run('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const known = await tx.maybe('SELECT 1 FROM migrations WHERE owner = $1 AND name = $2', [step.owner, step.name]);
  if (known) return 0;
  const text = await readFile(step.file, 'utf8');
  await tx.script(text).catch((error: Error) => {
    throw new Error(`migration ${step.owner}/${step.name} failed: ${error.message}`, { cause: error });
  });
  await tx.run('INSERT INTO migrations (owner, name, create_at) VALUES ($1, $2, $3)', [step.owner, step.name, Date.now()]);
  return 1;
}

async function findMigrations(features: readonly Feature[], dir: string): Promise<Migration[]> {
  const owners = [{ owner: 'kernel', folder: 'kernel/server/migrations' }, ...features.map((f) => ({ owner: `${f.area}/${f.name}`, folder: `${f.area}/${f.name}/server/migrations` }))];
  const found = await Promise.all(
    owners.map(async ({ owner, folder }) => {
      const names = await readdir(path.join(dir, folder)).catch(() => [] as string[]);
      return names.filter((n) => n.endsWith('.sql')).sort().map((name) => ({ owner, name, file: path.join(dir, folder, name) }));
    }),
  );
  return found.flat();
}
