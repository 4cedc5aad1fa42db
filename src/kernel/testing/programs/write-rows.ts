// Starts the database in the folder of its argument and writes rows as fast as it can; each number that it prints is committed.
import pg from 'pg';
import { startEmbeddedPostgres } from '../../server/postgres/index.ts';

const postgres = await startEmbeddedPostgres({ data_dir: process.argv[2]!, on_progress: (text) => console.log(text) });
console.log(`database ${postgres.pid()}`);
const client = new pg.Client(postgres.connection);
client.on('error', () => process.exit(1));
await client.connect();
await client.query('CREATE TABLE IF NOT EXISTS rows (n bigint GENERATED ALWAYS AS IDENTITY)');
for (;;) {
  const { rows } = await client.query('INSERT INTO rows DEFAULT VALUES RETURNING n');
  console.log(`row ${rows[0].n}`);
}
