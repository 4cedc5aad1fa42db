import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromBuffer, type Entry } from 'yauzl';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const PACKET = '/api/v4/system/support_packet';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());

async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('end', () => resolve());
      zip.on('entry', (entry: Entry) => zip.openReadStream(entry, async (failure, stream) => {
        if (failure) return reject(failure);
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
        zip.readEntry();
      }));
      zip.readEntry();
    });
  });
  return files;
}

test('administrators get a packet with what helps to find a cause, and no secret in it', async () => {
  await admin.put('/api/v4/config/patch', { EmailSettings: { SMTPPassword: 'hunter2' } });
  server.app.log.error('something broke');
  const answer = await fetch(server.url + PACKET, { headers: { authorization: `Bearer ${admin.token}` } });
  expect(answer.headers.get('content-type')).toBe('application/zip');
  const files = await unzip(Buffer.from(await answer.arrayBuffer()));
  expect([...files.keys()]).toEqual(['diagnostics.json', 'config.json', 'jobs.json', 'failing-jobs.json', 'migrations.json', 'muster.log']);
  expect(JSON.parse(files.get('diagnostics.json')!)).toMatchObject({ version: server.app.version, counts: { people: 1 }, database: { encoding: 'UTF8' }, mails: [] });
  expect(files.get('muster.log')).toContain('something broke');
  for (const text of files.values()) expect(text).not.toMatch(/hunter2|\$argon2/);
  expect(JSON.parse(files.get('config.json')!).EmailSettings.SMTPPassword).toMatch(/^\*+$/);
  expect(await (await signUp(server, 'ann')).get(PACKET)).toMatchObject({ status: 403 });
});
