import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ConfigError } from './config.ts';

const OLDEST_VERSION = 14;
const PATIENCE_MS = 10_000;
const PAUSE_MS = 500;
// It may be starting at the same moment: refused connections and "the database system is starting up".
const MAY_COME = new Set(['ECONNREFUSED', 'ENOENT', '57P03']);

/** Makes sure that the operator's PostgreSQL answers and can be used, and waits a little for one that is just starting. */
export async function checkOwnDatabase(database_url: string, on_progress?: (text: string) => void): Promise<void> {
  const started = Date.now();
  for (let is_told = false; ; await wait(PAUSE_MS)) {
    const problem = await problemOf(database_url);
    if (!problem) return;
    if (!MAY_COME.has(problem.code) || Date.now() - started > PATIENCE_MS) throw new ConfigError(`The PostgreSQL of DATABASE_URL (${placeOf(database_url)}) cannot be used: ${problem.text}`);
    if (!is_told) on_progress?.(`waiting for the PostgreSQL of DATABASE_URL (${placeOf(database_url)}) …`);
    is_told = true;
  }
}

async function problemOf(database_url: string): Promise<{ code: string; text: string } | null> {
  try {
    const client = new pg.Client({ connectionString: database_url, connectionTimeoutMillis: PATIENCE_MS });
    client.on('error', () => {}); // told by the call that was running
    await client.connect();
    const { rows } = await client.query<Found>(LOOK).finally(() => client.end());
    const text = complaintAbout(rows[0]!);
    return text ? { code: '', text } : null;
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    return { code, text: `${message || code}. Start it or correct DATABASE_URL.` };
  }
}

interface Found {
  version: number;
  encoding: string;
  database: string;
  user: string;
  may_create: boolean | null;
}

const LOOK = `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding, current_database() AS database, current_user AS "user",
  has_schema_privilege(current_schema(), 'CREATE') AND has_database_privilege(current_database(), 'CREATE') AS may_create`;

function complaintAbout({ version, encoding, database, user, may_create }: Found): string | null {
  if (version < OLDEST_VERSION) return `it is version ${version}, Muster needs ${OLDEST_VERSION} or newer.`;
  if (encoding !== 'UTF8') return `its encoding is ${encoding}, Muster needs a database with the encoding UTF8.`;
  if (!may_create) return `its user "${user}" may not make tables. Run in it: ALTER DATABASE "${database}" OWNER TO "${user}"; for PostgreSQL 14 also: ALTER SCHEMA public OWNER TO "${user}".`;
  return null;
}

// Without the password.
function placeOf(database_url: string): string {
  const url = new URL(database_url);
  return `${url.searchParams.get('host') ?? (url.host || 'this machine')}${url.pathname}`;
}
