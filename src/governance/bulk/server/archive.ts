import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { userError } from '#kernel/server/index.ts';

/** A zip with one file of lines and what the lines name. */
export interface Archive {
  openLines(): Promise<Readable>;
  /** A file that a line names; undefined if it is not there. */
  openData(path: string): Promise<{ bytes: Readable; name: string } | undefined>;
  close(): void;
}

/** Reads the directory of a zip; the bytes are read when they are asked for. */
export async function openArchive(file: string): Promise<Archive> {
  const { open } = await import('yauzl'); // only now: a start does without
  const zip = await new Promise<ZipFile>((resolve, reject) => open(file, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? reject(notAnArchive(error)) : resolve(opened))));
  const entries = await readEntries(zip);
  const lines = [...entries.values()].filter((entry) => entry.fileName.endsWith('.jsonl'));
  if (lines.length !== 1) {
    zip.close();
    throw userError('app.import.bulk_import.no_lines.error', `The archive must hold one file whose name ends with .jsonl, not ${lines.length}.`);
  }
  const openEntry = (entry: Entry) => new Promise<Readable>((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))));
  return {
    openLines: () => openEntry(lines[0]!),
    openData: async (path) => {
      const entry = entries.get(`data/${path}`) ?? entries.get(path);
      return entry && { bytes: await openEntry(entry), name: path.split('/').at(-1)! };
    },
    close: () => zip.close(),
  };
}

function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', (error) => reject(notAnArchive(error as Error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function notAnArchive(error: Error) {
  return userError('app.import.bulk_import.unzip.error', `The file is no zip that can be read: ${error.message}`);
}
