import type { App, Sql } from '#kernel/server/index.ts';

interface Installation {
  readonly installation_date: number;
  readonly schema_version: number;
}

const known = new WeakMap<App, Installation>();

/** Since when this server exists and how many steps its database has gone. Neither changes while it runs. */
export async function installationOf(app: App): Promise<Installation> {
  const found = known.get(app) ?? (await read(app.db));
  known.set(app, found);
  return found;
}

/** The steps of the database, as the protocol lists them. */
export function listSteps(sql: Sql): Promise<{ version: number; name: string }[]> {
  return sql.rows("SELECT (row_number() OVER (ORDER BY create_at, owner, name))::int AS version, owner || '/' || name AS name FROM migrations ORDER BY 1");
}

function read(sql: Sql): Promise<Installation> {
  return sql.one<Installation>('SELECT min(create_at) AS installation_date, count(*) AS schema_version FROM migrations');
}
