import pino, { type Logger } from 'pino';
import { openRotatingFile } from './rotating-file.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const KEPT_FILES = 5;

/** Where the lines of a log go, and which. */
export interface LogTarget {
  is_on: boolean;
  /** pino's number of the lowest level that is written. */
  level: number;
  is_json: boolean;
}

/** The targets of a log; what is changed here holds from the next line on. */
export interface LogTargets {
  readonly console: LogTarget;
  readonly file: LogTarget;
  /** Names the file; it is opened with the first line. */
  keepIn(file: string): void;
}

/** The process's log: lines on standard error, and in a file once one is named. Secrets are removed wherever they stand. */
export function createLog(level: string, file?: string): Logger {
  return createTargetedLog(level, file).log;
}

/** The same, with what settings change of it. */
export function createTargetedLog(level: string, file?: string): { log: Logger; targets: LogTargets } {
  const out = pino.destination({ fd: 2, sync: false });
  let kept = file ? openRotatingFile(file, MAX_FILE_BYTES, KEPT_FILES) : undefined;
  const targets: LogTargets = {
    console: { is_on: true, level: 0, is_json: true },
    file: { is_on: true, level: 0, is_json: true },
    keepIn: (path) => {
      if (path === kept?.path) return;
      kept?.close();
      kept = openRotatingFile(path, MAX_FILE_BYTES, KEPT_FILES);
    },
  };
  const write = (line: string) => {
    const number = Number(/^{"level":(\d+)/.exec(line)?.[1]);
    const textFor = ({ is_json }: LogTarget) => (is_json ? line : plain(line));
    if (targets.console.is_on && number >= targets.console.level) out.write(textFor(targets.console));
    if (kept && targets.file.is_on && number >= targets.file.level) kept.write(textFor(targets.file));
  };
  const log = pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['password', 'token', '*.password', '*.token', '*.authorization', '*.cookie', 'headers.authorization', 'headers.cookie'], censor: '(removed)' },
    },
    { write },
  );
  return { log, targets };
}

/** `2026-01-31T12:00:00.000Z warn the message key=value` of a line of JSON. */
export function plain(line: string): string {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const more = Object.entries(rest).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return `${[time, pino.levels.labels[level as number], msg ?? '', ...more].join(' ')}\n`;
}

/** pino's number of a level of the settings. */
export function levelNumber(name: string): number {
  return pino.levels.values[name.toLowerCase()] ?? 0;
}
