import pino, { type Logger } from 'pino';
import { openRotatingFile } from './rotating-file.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const KEPT_FILES = 5;

/** The process's log: JSON lines on standard error, and in a file where one is named. Secrets are removed wherever they stand. */
export function createLog(level: string, file?: string): Logger {
  const console = pino.destination({ fd: 2, sync: false });
  const kept = file ? openRotatingFile(file, MAX_FILE_BYTES, KEPT_FILES) : undefined;
  const both = { write: (line: string) => (console.write(line), kept?.write(line)) };
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['password', 'token', '*.password', '*.token', '*.authorization', '*.cookie', 'headers.authorization', 'headers.cookie'], censor: '(removed)' },
    },
    kept ? both : console,
  );
}
