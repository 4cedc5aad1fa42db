import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { forgetEmptyLinks } from './link-metadata.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

test('links behind which nothing was found are forgotten in time, what was found is not', async () => {
  const { db } = server.app;
  for (const [url, at, type] of [['https://a/', 10, 'none'], ['https://b/', 30, 'none'], ['https://c/', 10, 'image']] as const) await db.run("INSERT INTO link_metadata (url, fetched_at, type, data) VALUES ($1, $2, $3, '{}')", [url, at, type]);
  await forgetEmptyLinks(db, 20);
  expect((await db.rows<{ url: string }>('SELECT url FROM link_metadata ORDER BY url')).map((row) => row.url)).toEqual(['https://b/', 'https://c/']);
});
