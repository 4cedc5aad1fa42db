import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { logIn, type Person } from '../lib/person.ts';
import { Installation } from '../lib/process.ts';
import { ADMIN } from '../lib/server.ts';

const POSTS = 1_000;
const WRITERS = 40;
const RETRY_MS = 50;

let installation: Installation;
afterEach(() => installation.remove());

test('after kill -9 of the server every message that was answered is there, once', async () => {
  const { writers, channel } = await arrange();
  const answered = await writeAll(writers, channel.id, async () => {
    await installation.killServer();
    await installation.start();
  });
  await expectEachOnce(answered, channel.id);
}, 240_000);

test('after kill -9 of the database every message that was answered is there, once', async () => {
  const { writers, channel } = await arrange();
  const server = installation.pid;
  const answered = await writeAll(writers, channel.id, async () => installation.killDatabase());
  expect(installation.pid, 'the server itself has stayed').toBe(server);
  await expectEachOnce(answered, channel.id);
}, 240_000);

async function arrange(): Promise<{ writers: Person; channel: any }> {
  installation = await Installation.make();
  await installation.start();
  const admin = await logIn(installation.url, ADMIN.email, ADMIN.password);
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  const channel = await admin.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
  return { writers: admin, channel };
}

/** Writes everything, by many at once, and does `harm` in the middle. Each retries with its pending id, as clients do. */
async function writeAll(person: Person, channel_id: string, harm: () => Promise<void>): Promise<Map<string, string>> {
  const answered = new Map<string, string>();
  let next = 0;
  let harmed: Promise<void> | undefined;
  let failures = 0;
  const write = async (): Promise<void> => {
    while (next < POSTS) {
      const n = next++;
      const body = { channel_id, message: `message ${n}`, pending_post_id: `${person.id}:${Date.now()}${n}` };
      for (;;) {
        const answer = await person.at(installation.url).call('POST', '/posts', { body }).catch(() => undefined);
        if (answer?.status === 201) {
          answered.set(body.message, answer.body.id);
          if (answered.size >= POSTS * 0.4) harmed ??= harm();
          break;
        }
        // Refused for good would be another matter: only a server or database that is away may be asked again.
        if (answer && answer.status !== 503) throw new Error(`a message was answered ${answer.status} ${answer.text.slice(0, 200)}`);
        failures++;
        await pause(RETRY_MS);
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await harmed;
  expect(failures, 'the kill was felt').toBeGreaterThan(0);
  return answered;
}

async function expectEachOnce(answered: Map<string, string>, channel_id: string): Promise<void> {
  const person = await logIn(installation.url, ADMIN.email, ADMIN.password);
  const found = new Map<string, string[]>();
  for (let page = 0; ; page++) {
    const { order, posts } = await person.get(`/channels/${channel_id}/posts?page=${page}&per_page=200`);
    if (!order.length) break;
    for (const id of order) if (!posts[id].type) found.set(posts[id].message, [...(found.get(posts[id].message) ?? []), id]);
  }
  expect([...found].filter(([, ids]) => ids.length > 1), 'twice there').toEqual([]);
  expect([...answered].filter(([message, id]) => found.get(message)?.[0] !== id), 'answered, and not there').toEqual([]);
  expect(answered.size).toBe(POSTS);
  const channel = await person.get(`/channels/${channel_id}`);
  expect(channel.total_msg_count, 'the channel counts what it holds').toBe(POSTS);
}
