import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '#kernel/testing/database.ts';
import { checkOwnDatabase } from './own-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase();
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query(`CREATE DATABASE ${database.connection.database}_old ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0`);
  await client.query(`CREATE ROLE ${database.connection.database}_guest LOGIN`);
  await client.end();
});
afterAll(async () => {
  const client = new pg.Client({ ...database.connection, database: 'postgres' });
  await client.connect();
  await client.query(`DROP DATABASE ${database.connection.database}_old`);
  await client.query(`DROP ROLE ${database.connection.database}_guest`);
  await client.end();
  await database.drop();
});

test('a PostgreSQL that can be used is accepted', async () => {
  expect(await checkOwnDatabase(database.url)).toBe(undefined);
});

test.each([
  ['a database that does not exist', (url: string) => url.replace('?', '_missing?'), /does not exist\. Start it or correct DATABASE_URL\.$/],
  ['a database with another encoding', (url: string) => url.replace('?', '_old?'), /its encoding is LATIN1, Muster needs a database with the encoding UTF8\.$/],
  ['a user who may not make tables', (url: string) => url.replace('muster@localhost/', `${new URL(url).pathname.slice(1)}_guest:hidden@localhost/`), /^(?!.*hidden).*_guest" may not make tables\. Run in it: ALTER DATABASE "test_/],
])('%s is refused with what to do', async (_, change, sentence) => {
  await expect(checkOwnDatabase(change(database.url))).rejects.toThrow(sentence);
});
