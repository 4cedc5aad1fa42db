import { chown, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SystemUser } from './system-user.ts';

const MAX_SOCKET_PATH = process.platform === 'darwin' ? 103 : 107;
const LONGEST_NAME = '.s.PGSQL.5432.lock';
const PREFIX = 'muster-';

/**
 * Makes the folder for the database's socket, which nobody else may enter: `run` in the data folder, or a private
 * folder for temporary files where the path would be too long for a socket.
 */
export async function makeSocketFolder(data_dir: string, user: SystemUser | undefined): Promise<string> {
  const near = path.join(data_dir, 'run');
  const note = path.join(data_dir, 'socket-folder');
  await removeEarlier(note);
  const is_near = Buffer.byteLength(path.join(near, LONGEST_NAME)) <= MAX_SOCKET_PATH;
  const folder = is_near ? await makeFresh(near) : await mkdtemp(path.join(await realpath(tmpdir()), PREFIX));
  if (!is_near) await writeFile(note, folder);
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

async function makeFresh(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

// A server that was killed left its folder behind.
async function removeEarlier(note: string): Promise<void> {
  const folder = await readFile(note, 'utf8').catch(() => '');
  if (path.basename(folder).startsWith(PREFIX)) await rm(folder, { recursive: true, force: true });
  await rm(note, { force: true });
}
