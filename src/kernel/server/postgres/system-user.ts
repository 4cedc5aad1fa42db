import { chmod, lchown, lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/** Whom PostgreSQL runs as: it refuses to run as root. Undefined is the user of this process. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

// `nobody` on Linux, `_postgres` on macOS: initdb wants a user that the system knows by name.
const UNPRIVILEGED: SystemUser = process.platform === 'darwin' ? { uid: 216, gid: 216 } : { uid: 65_534, gid: 65_534 };

/** Decides whom PostgreSQL runs as. A cluster that belongs to somebody already keeps its owner. */
export async function systemUserOf(cluster: string): Promise<SystemUser | undefined> {
  const own = process.getuid?.() ?? 0;
  const owner = await stat(cluster).catch(() => null);
  if (own === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : UNPRIVILEGED;
  if (owner && owner.uid !== own) throw new StartError(`The database in ${cluster} belongs to the user with the number ${owner.uid}, not to you (${own}). Start Muster as that user or as root, or give the folder away with "chown -R ${own} ${path.dirname(cluster)}".`);
  return undefined;
}

/** Gives a folder and everything in it to the user. */
export async function giveTo(user: SystemUser | undefined, target: string): Promise<void> {
  if (!user) return;
  await lchown(target, user.uid, user.gid);
  if (!(await lstat(target)).isDirectory()) return;
  for (const name of await readdir(target)) await giveTo(user, path.join(target, name));
}

/**
 * Lets the user walk to a folder: every folder above it must be passable, which fresh folders of root often are not.
 * Grants passing through, never listing. Returns the folders that were changed.
 */
export async function openWay(user: SystemUser | undefined, target: string): Promise<string[]> {
  if (!user) return [];
  const changed: string[] = [];
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    const { mode, uid, gid } = await stat(dir);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & needed)) {
      await chmod(dir, (mode & 0o7777) | needed).catch((error: Error) => {
        throw new StartError(`The database cannot run as root, and the user ${user.uid} may not pass through ${dir} (${error.message}). Run "chmod o+x ${dir}", or choose another folder with MUSTER_DATA_DIR.`);
      });
      changed.push(dir);
    }
    if (dir === path.dirname(dir)) return changed;
  }
}

/** Lets the user read a folder of programs that root has installed for itself only. */
export async function openPrograms(user: SystemUser | undefined, root: string): Promise<void> {
  if (!user) return;
  await grantReading(root);
  if ((await stat(path.join(root, 'bin'))).mode & 0o001 && (await stat(path.join(root, 'bin/postgres'))).mode & 0o001) return;
  for (const entry of await readdir(root, { recursive: true })) await grantReading(path.join(root, entry));
}

async function grantReading(file: string): Promise<void> {
  const { mode } = await lstat(file);
  if ((mode & 0o170000) === 0o120000) return; // a link has no permissions of its own
  await chmod(file, (mode & 0o7777) | 0o004 | (mode & 0o100 ? 0o001 : 0));
}
