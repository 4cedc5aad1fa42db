import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer } from '../lib/http.ts';
import { logIn, type Person } from '../lib/person.ts';
import { Installation } from '../lib/process.ts';
import { ADMIN } from '../lib/server.ts';
import { memoryOf } from '../lib/memory.ts';

const MIB = 1024 * 1024;
const LIMIT = 100 * MIB;
const BOUNDARY = 'e2e-boundary';

let installation: Installation;
let person: Person;
let channel: any;

beforeAll(async () => {
  installation = await Installation.make();
  await installation.start();
  person = await logIn(installation.url, ADMIN.email, ADMIN.password);
  const team = await person.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  channel = await person.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
});
afterAll(() => installation.remove());

test('a file over the limit is refused while it streams: nothing is kept, memory stays small', async () => {
  await sendHuge(); // the first one makes room for what every later one uses again
  const before = memoryOf(installation.pid);
  const { answer, sent, most } = await sendHuge();
  // The server may also cut the connection: what counts is that it does not take the rest.
  if (answer) expect(answer.status).toBe(413);
  expect(sent, 'it took more than the limit').toBeLessThan(LIMIT + 80 * MIB);
  expect(most - before, 'memory while it streamed').toBeLessThan(50 * MIB);
  await expect.poll(() => bytesIn(path.join(installation.data_dir, 'files')), { timeout: 10_000 }).toBe(0);
  expect((await person.get('/system/ping')).status).toBe('OK');
});

test('a file of 90 MB comes back as it was, without filling the memory', async () => {
  const before = memoryOf(installation.pid);
  let most = 0;
  const body = async function* (): AsyncGenerator<Buffer> {
    for (let i = 0; i < 90; i++) {
      most = Math.max(most, memoryOf(installation.pid));
      yield Buffer.alloc(MIB, i);
    }
  };
  const upload = await person.call('POST', `/files?channel_id=${channel.id}&filename=large.bin`, { raw: body(), headers: { 'content-type': 'application/octet-stream', 'transfer-encoding': 'chunked' } });
  expect(upload.status, upload.text.slice(0, 200)).toBe(201);
  const [info] = upload.body.file_infos;
  expect(info.size).toBe(90 * MIB);
  const part = await person.call('GET', `/files/${info.id}`, { headers: { range: `bytes=${41 * MIB}-${41 * MIB + 9}` } });
  expect(part.status).toBe(206);
  expect(part.bytes).toEqual(Buffer.alloc(10, 41));
  expect(most - before, 'memory while it streamed').toBeLessThan(60 * MIB);
});

/** Sends four times the limit, or as much of it as the server takes. */
async function sendHuge(): Promise<{ answer: Answer | undefined; sent: number; most: number }> {
  let sent = 0;
  let most = 0;
  const body = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="channel_id"\r\n\r\n${channel.id}\r\n--${BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="huge.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`);
    const chunk = Buffer.alloc(MIB, 7);
    for (; sent < 4 * LIMIT; sent += MIB) {
      most = Math.max(most, memoryOf(installation.pid));
      yield chunk;
    }
    yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
  };
  const answer = await person.call('POST', '/files', { raw: body(), headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'transfer-encoding': 'chunked' } }).catch(() => undefined);
  return { answer, sent, most };
}

async function bytesIn(dir: string): Promise<number> {
  const names = await readdir(dir, { recursive: true }).catch(() => [] as string[]);
  const sizes = await Promise.all(names.map(async (name) => stat(path.join(dir, name)).then((s) => (s.isFile() ? s.size : 0))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
