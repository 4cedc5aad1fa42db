import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newToken } from '../ids.ts';

/** Where bytes are kept. Paths are relative, with `/`, and made by us, never by a user. */
export interface FileStore {
  /** Streams to the store; the file is there whole or not at all. Returns its size in bytes. */
  write(file_path: string, bytes: Readable): Promise<number>;
  /** The bytes from `start` to `end` (both included), or all. */
  read(file_path: string, range?: { start: number; end: number }): Readable;
  /** Size in bytes, or undefined if it is not there. */
  size(file_path: string): Promise<number | undefined>;
  /** The files of a folder, without those of folders below it. */
  list(folder_path: string): Promise<{ name: string; size: number; modified_at: number }[]>;
  /** Moves a file within the store. */
  move(from: string, to: string): Promise<void>;
  remove(file_path: string): Promise<void>;
  /** Removes a folder with all that is in it, unfinished writes too. */
  removeFolder(folder_path: string): Promise<void>;
}

/** A store in a folder of this machine. */
export function folderStore(root: string): FileStore {
  const at = (file_path: string): string => {
    const full = path.resolve(root, file_path);
    if (!full.startsWith(path.resolve(root) + path.sep)) throw new Error(`path outside of the file store: ${file_path}`);
    return full;
  };
  return {
    write: async (file_path, bytes) => {
      const target = at(file_path);
      const part = `${target}.${newToken()}.part`;
      await mkdir(path.dirname(target), { recursive: true });
      try {
        await pipeline(bytes, createWriteStream(part, { mode: 0o600, flush: true }));
        await rename(part, target);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return (await stat(target)).size;
    },
    read: (file_path, range) => createReadStream(at(file_path), range),
    size: async (file_path) => (await stat(at(file_path)).catch(() => undefined))?.size,
    list: async (folder_path) => {
      const entries = await readdir(at(folder_path), { withFileTypes: true }).catch(() => []);
      const names = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.part')).map((entry) => entry.name);
      return Promise.all(
        names.map(async (name) => {
          const { size, mtimeMs } = await stat(path.join(at(folder_path), name));
          return { name, size, modified_at: Math.trunc(mtimeMs) };
        }),
      );
    },
    move: async (from, to) => {
      await mkdir(path.dirname(at(to)), { recursive: true });
      await rename(at(from), at(to));
    },
    remove: (file_path) => rm(at(file_path), { force: true }),
    removeFolder: (folder_path) => rm(at(folder_path), { force: true, recursive: true }),
  };
}
