import pg from 'pg';
import { expect, test } from 'vitest';
import { cloneDatabase } from './database.ts';

test('two test files never see each other\'s rows', async () => {
  const [a, b] = await Promise.all([cloneDatabase(), cloneDatabase()]);
  const one = new pg.Client(a.connection);
  const other = new pg.Client({ connectionString: b.url });
  await Promise.all([one.connect(), other.connect()]);
  await one.query("INSERT INTO settings (key, value, update_at) VALUES ('only-in-one', '1', 0)");
  const { rows } = await other.query("SELECT 1 FROM settings WHERE key = 'only-in-one'");
  expect(rows).toEqual([]);
  await Promise.all([one.end(), other.end()]);
  await Promise.all([a.drop(), b.drop()]);
});
