import pg from 'pg';
import type { World } from './world.ts';

const BATCH = 1000;

/**
 * Adds people whom nobody needs to sign in as. Ten thousand passwords would take minutes to hash, so their rows are
 * copies of one person's row with other ids and names, written past the server; the memberships go through the API.
 */
export async function addCrowd({ server, http, admin, team_id, people }: World, size: number): Promise<string[]> {
  const client = new pg.Client({ host: server.postgres_socket, user: 'muster', database: 'muster' });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO users SELECT (jsonb_populate_record(u, jsonb_build_object('id', left(md5(n::text) || md5(n::text), 26), 'username', 'crowd' || n, 'email', 'crowd' || n || '@example.com'))).*
     FROM users u, generate_series(1, $2::int) AS n WHERE u.id = $1 RETURNING id`,
    [people[0]!.id, size],
  );
  await client.end();
  const ids = rows.map((row) => row.id);
  for (let i = 0; i < ids.length; i += BATCH) {
    await http.json('POST', `/api/v4/teams/${team_id}/members/batch`, admin.token, ids.slice(i, i + BATCH).map((user_id) => ({ team_id, user_id })));
  }
  return ids;
}
