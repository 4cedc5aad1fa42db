import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A file that lines are added to. Once it is full it becomes `<name>.1`, what was that `<name>.2`, and so on. */
export interface RotatingFile {
  readonly path: string;
  write(line: string): void;
  close(): void;
}

/** Opened with the first line. What cannot be written is lost: a full disk must not stop the server. */
export function openRotatingFile(file: string, max_bytes: number, kept: number): RotatingFile {
  let fd: number | null = null;
  let size = 0;
  let is_broken = false;
  const open = (): number => {
    mkdirSync(path.dirname(file), { recursive: true });
    const opened = openSync(file, 'a', 0o600);
    size = fstatSync(opened).size;
    return opened;
  };
  const rotate = () => {
    if (fd !== null) closeSync(fd);
    fd = null;
    for (let i = kept - 1; i >= 1; i--) renameIfThere(`${file}.${i}`, `${file}.${i + 1}`);
    renameIfThere(file, `${file}.1`);
  };
  return {
    path: file,
    write: (line) => {
      if (is_broken) return;
      try {
        if (fd !== null && size >= max_bytes) rotate();
        fd ??= open();
        size += writeSync(fd, line);
      } catch (error) {
        is_broken = true;
        process.stderr.write(`the log file ${file} cannot be written: ${(error as Error).message}\n`);
      }
    },
    close: () => {
      if (fd !== null) closeSync(fd);
      fd = null;
      is_broken = true;
    },
  };
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // not there yet
  }
}
