import { isIP } from 'node:net';
import path from 'node:path';
import { LOG_LEVELS } from './log.ts';
import { StartError } from './start-error.ts';

/** What must be known before the database is open; everything else is a setting of a feature. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly data_dir: string;
  /** The administrator to make at the first start. */
  readonly admin?: { readonly email: string; readonly password: string };
  /** The operator's own PostgreSQL; without it the embedded one is started. */
  readonly database_url?: string;
  /** Without a slash at the end; '' means the address that the server listens on. */
  readonly site_url: string;
  readonly log_level: string;
}

/** A value that cannot be used, in one sentence that says what to do. */
export class ConfigError extends StartError {}

const MIN_PASSWORD = 8;
const MAX_PASSWORD = 72;

/** Reads the configuration from the environment; relative paths start at `home`. An empty value counts as not set. */
export function readConfig(env: NodeJS.ProcessEnv, home: string = process.cwd()): Config {
  return {
    port: readPort(env.MUSTER_PORT || '8065'),
    host: readHost(env.MUSTER_HOST || '127.0.0.1'),
    data_dir: path.resolve(home, env.MUSTER_DATA_DIR || 'data'),
    admin: env.MUSTER_ADMIN ? readAdmin(env.MUSTER_ADMIN) : undefined,
    database_url: env.DATABASE_URL ? readDatabaseUrl(env.DATABASE_URL) : undefined,
    site_url: env.MUSTER_SITE_URL ? readSiteUrl(env.MUSTER_SITE_URL) : '',
    log_level: readLogLevel(env.MUSTER_LOG_LEVEL || 'info'),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new ConfigError(`MUSTER_PORT is "${text}": give a port number from 1 to 65535, or 0 for any free one.`);
  return port;
}

function readHost(text: string): string {
  const is_name = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text) && !/^[\d.]+$/.test(text);
  if (!isIP(text) && !is_name) throw new ConfigError(`MUSTER_HOST is "${text}": give an address of this machine, such as 127.0.0.1 for itself only or 0.0.0.0 for all networks, without a port.`);
  return text;
}

// The value is never repeated: it holds a password.
function readAdmin(text: string): { email: string; password: string } {
  const [, email = '', password = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new ConfigError('MUSTER_ADMIN must be EMAIL:PASSWORD, such as admin@example.com:a-long-password.');
  const size = Buffer.byteLength(password);
  if (size < MIN_PASSWORD || size > MAX_PASSWORD) throw new ConfigError(`The password in MUSTER_ADMIN must have ${MIN_PASSWORD} to ${MAX_PASSWORD} characters.`);
  return { email, password };
}

function readDatabaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const is_complete = url && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1;
  if (!is_complete) throw new ConfigError('DATABASE_URL must be postgres://USER:PASSWORD@HOST:PORT/DATABASE, the address of a PostgreSQL 14 or newer.');
  return text;
}

function readSiteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const is_plain = url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (!is_plain) throw new ConfigError(`MUSTER_SITE_URL is "${text}": give the address that people open, such as https://chat.example.com, without a path.`);
  return url.origin;
}

function readLogLevel(text: string): string {
  if (!(LOG_LEVELS as readonly string[]).includes(text)) throw new ConfigError(`MUSTER_LOG_LEVEL is "${text}": give one of ${LOG_LEVELS.join(', ')}.`);
  return text;
}
