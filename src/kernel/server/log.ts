import pino, { type Logger } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** The process's log: JSON lines on standard error. Secrets are removed wherever they stand. */
export function createLog(level: string): Logger {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: ['password', 'token', '*.password', '*.token', '*.authorization', '*.cookie', 'headers.authorization', 'headers.cookie'], censor: '(removed)' } },
    pino.destination({ fd: 2, sync: false }),
  );
}
