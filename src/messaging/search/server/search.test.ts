import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { upload } from '#messaging/files/testing.ts';
import type { FileSearchResults } from '#messaging/files/wire/index.ts';
import type { Post, PostSearchResults } from '#messaging/posts/wire/index.ts';
import { upkeepOf } from './search.upkeep.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let cat: Client;
let team: Team;
let other_team: Team;
let ops: Channel;
let side: Channel;
let secret: Channel;
let now = Date.UTC(2026, 4, 10, 12);

beforeAll(async () => {
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob, cat] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'cat')];
  [team, other_team] = [await makeTeam(admin, 'ops'), await makeTeam(admin, 'other')];
  await addToTeam(admin, team, ann, bob, cat);
  await addToTeam(admin, other_team, ann);
  ops = await makeChannel(ann, team, 'ops-talk');
  side = await makeChannel(ann, team, 'side');
  secret = await makeChannel(ann, team, 'vault', 'P');
  await addToChannel(ann, ops, bob);
  await addToChannel(ann, side, bob);
});
afterAll(() => server?.close());

async function say(by: Client, channel: Channel, message: string): Promise<Post> {
  now += 1000;
  const answer = await by.post<Post>('/api/v4/posts', { channel_id: channel.id, message });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function find(by: Client, terms: string, more: object = {}, of: Team | null = team): Promise<string[]> {
  const answer = await by.post<PostSearchResults>(`/api/v4/${of ? `teams/${of.id}/` : ''}posts/search`, { terms, is_or_search: false, ...more });
  expect(answer.status).toBe(200);
  return answer.body.order.map((id) => answer.body.posts[id]!.message);
}

describe('a word', () => {
  test('is found at once, in any case, whole or as a beginning, and soon as a part or by its stem', async () => {
    await say(ann, ops, 'The Datenbankverbindung of Oslo is deployed');
    for (const word of ['oslo', 'OSLO', 'datenbank', 'deployed', 'deploy']) expect(await find(bob, word), word).toEqual(['The Datenbankverbindung of Oslo is deployed']);
    now += 60_000;
    await upkeepOf(server.app).run();
    for (const word of ['verbind', 'deploying', 'bankver']) expect(await find(bob, word), word).toEqual(['The Datenbankverbindung of Oslo is deployed']);
    expect(await find(bob, 'bergen')).toEqual([]);
    expect(await find(bob, 'sl')).toEqual([]);
  });

  test('of any script is found, also a part of a sentence without blanks', async () => {
    const messages = ['今天部署完成了', 'Развёртывание завершено', '서버가 배포되었습니다', 'नमस्ते दुनिया', 'การติดตั้งเสร็จสิ้น', 'Größe überprüft', 'مُحَمَّد وصل', 'Malmö antwortet'];
    for (const message of messages) await say(ann, ops, message);
    for (const [word, message] of [['部署', 0], ['署完', 0], ['成', 0], ['развёртыв', 1], ['вертывание', 1], ['محمد', 6], ['malmo', 7], ['MALMÖ', 7], ['завершено', 1], ['배포', 2], ['दुनिया', 3], ['ติดตั้ง', 4], ['grösse', -1], ['größe', 5], ['ÜBERPRÜFT', 5]] as const) {
      expect(await find(bob, word), word).toEqual(message < 0 ? [] : [messages[message]]);
    }
    expect(await find(bob, '署部')).toEqual([]);
  });

  test('in an edited message is the new one; in a deleted one it is gone', async () => {
    const post = await say(ann, ops, 'first wording xylophone');
    await ann.put(`/api/v4/posts/${post.id}/patch`, { message: 'second wording glockenspiel' });
    expect([await find(bob, 'xylophone'), await find(bob, 'glockenspiel')]).toEqual([[], ['second wording glockenspiel']]);
    await server.app.settle();
    expect(await find(bob, 'ockenspi')).toEqual(['second wording glockenspiel']);
    await ann.del(`/api/v4/posts/${post.id}`);
    expect(await find(bob, 'glockenspiel')).toEqual([]);
  });
});

describe('several words', () => {
  beforeAll(async () => {
    for (const message of ['red apple', 'green apple tree', 'red tree', 'the red, apple-pie']) await say(ann, side, message);
  });

  test.each([
    ['red apple', false, ['the red, apple-pie', 'red apple']],
    ['red tree', true, ['the red, apple-pie', 'red tree', 'green apple tree', 'red apple']],
    ['"red apple"', false, ['the red, apple-pie', 'red apple']],
    ['"apple tree"', false, ['green apple tree']],
    ['"apple p"', false, []],
    ['"apple p*"', false, ['the red, apple-pie']],
    ['apple -red', false, ['green apple tree']],
    ['apple -"red apple"', false, ['green apple tree']],
    ['the apple', false, ['the red, apple-pie', 'green apple tree', 'red apple']],
    ['app*', false, ['the red, apple-pie', 'green apple tree', 'red apple']],
    ['apple-pie', false, ['the red, apple-pie']],
    ['*', false, []],
    ['😀', false, []],
  ])('%s (any: %s)', async (terms, is_or_search, found) => {
    expect(await find(bob, terms, { is_or_search })).toEqual(found);
  });
});

describe('operators', () => {
  test('from: and in: narrow to people and channels, negated they leave out', async () => {
    await say(ann, ops, 'kestrel one');
    await say(bob, side, 'kestrel two');
    expect(await find(bob, 'kestrel from:ann')).toEqual(['kestrel one']);
    expect(await find(bob, 'kestrel from:@ann from:bob')).toEqual(['kestrel two', 'kestrel one']);
    expect(await find(bob, 'kestrel -from:ann')).toEqual(['kestrel two']);
    expect(await find(bob, 'kestrel in:side')).toEqual(['kestrel two']);
    expect(await find(bob, 'kestrel channel: ~ops-talk')).toEqual(['kestrel one']);
    expect(await find(bob, 'kestrel -in:side')).toEqual(['kestrel one']);
    expect(await find(bob, 'kestrel from:nobody.here')).toEqual([]);
    expect(await find(bob, 'kestrel in:no-such-channel')).toEqual([]);
    expect(await find(bob, 'from:bob in:side')).toContain('kestrel two');
  });

  test('in:@name looks into direct channels, in:@a,b into groups', async () => {
    const direct = (await ann.post<Channel>('/api/v4/channels/direct', [ann.user.id, bob.user.id])).body;
    const group = (await ann.post<Channel>('/api/v4/channels/group', [ann.user.id, bob.user.id, cat.user.id])).body;
    await say(ann, direct, 'osprey for two');
    await say(ann, group, 'osprey for three');
    expect(await find(ann, 'osprey in:@bob')).toEqual(['osprey for two']);
    expect(await find(bob, 'osprey in:@ann')).toEqual(['osprey for two']);
    expect(await find(ann, 'osprey in:@bob,@cat')).toEqual(['osprey for three']);
    expect(await find(ann, 'osprey', {}, other_team)).toEqual(['osprey for three', 'osprey for two']);
  });

  test('days are those of who searches', async () => {
    now = Date.UTC(2026, 4, 12, 23, 30);
    await say(ann, ops, 'heron late');
    now = Date.UTC(2026, 4, 13, 12);
    await say(ann, ops, 'heron noon');
    expect(await find(bob, 'heron on:2026-05-12')).toEqual(['heron late']);
    expect(await find(bob, 'heron on:2026-05-13', { time_zone_offset: 3600 })).toEqual(['heron noon', 'heron late']);
    expect(await find(bob, 'heron after:2026-05-12')).toEqual(['heron noon']);
    expect(await find(bob, 'heron before:2026-5-13')).toEqual(['heron late']);
    expect(await find(bob, 'heron -on:2026-05-13')).toEqual(['heron late']);
    expect(await find(bob, 'on:2026-05-13')).toEqual(['heron noon']);
  });

  test('hashtags are found as hashtags, whole or by their beginning, beside the words', async () => {
    await say(ann, ops, 'shipped #release-7 today');
    await say(ann, ops, 'release-7 without a tag, falcon');
    expect(await find(bob, '#release-7')).toEqual(['shipped #release-7 today']);
    expect(await find(bob, '#RELEASE-7')).toEqual(['shipped #release-7 today']);
    expect(await find(bob, '#rele*')).toEqual(['shipped #release-7 today']);
    expect(await find(bob, '#rele')).toEqual([]);
    expect(await find(bob, '#release-7 falcon')).toEqual(['release-7 without a tag, falcon', 'shipped #release-7 today']);
    expect(await find(bob, 'release -#release-7')).toEqual(['release-7 without a tag, falcon']);
  });
});

describe('what a search can see', () => {
  test('are channels of the searcher only', async () => {
    await say(ann, secret, 'puffin in the vault');
    await say(ann, ops, 'puffin in the open');
    expect(await find(ann, 'puffin')).toEqual(['puffin in the open', 'puffin in the vault']);
    expect(await find(bob, 'puffin')).toEqual(['puffin in the open']);
    expect(await find(cat, 'puffin')).toEqual([]);
    expect(await find(bob, 'puffin in:vault')).toEqual([]);
    await admin.del(`/api/v4/channels/${ops.id}/members/${bob.user.id}`);
    expect(await find(bob, 'puffin')).toEqual([]);
    await addToChannel(ann, ops, bob);
  });

  test('is one team, or with the other address all of them', async () => {
    const there = await makeChannel(admin, other_team, 'there');
    await addToChannel(admin, there, ann);
    await say(ann, there, 'gannet there');
    expect([await find(ann, 'gannet'), await find(ann, 'gannet', {}, other_team), await find(ann, 'gannet', {}, null)]).toEqual([[], ['gannet there'], ['gannet there']]);
    expect((await bob.post(`/api/v4/teams/${other_team.id}/posts/search`, { terms: 'gannet' })).status).toBe(403);
    expect((await nobody(server).post('/api/v4/posts/search', { terms: 'gannet' })).status).toBe(401);
  });

  test('is the archive only on request, and never what the server wrote', async () => {
    const old = await makeChannel(ann, team, 'old');
    await say(ann, old, 'cormorant');
    await ann.del(`/api/v4/channels/${old.id}`);
    expect([await find(ann, 'cormorant'), await find(ann, 'cormorant', { include_deleted_channels: true })]).toEqual([[], ['cormorant']]);
    expect(await find(ann, 'archived', { include_deleted_channels: true })).toEqual([]);
  });
});

test('a search answers the newest hundred, with the protocol\'s list', async () => {
  for (let i = 0; i < 105; i++) await say(ann, side, `plover ${i}`);
  const answer = await bob.post<PostSearchResults>(`/api/v4/teams/${team.id}/posts/search`, { terms: 'plover' });
  expect(answer.body.order).toHaveLength(100);
  expect(answer.body.posts[answer.body.order[0]!]!.message).toBe('plover 104');
  expect(answer.body).toMatchObject({ matches: null, next_post_id: '', prev_post_id: '', first_inaccessible_post_time: 0 });
  expect(answer.headers.get('cache-control')).toContain('no-cache');
});

test.each([[{}], [{ terms: '' }], [{ terms: null }], [{ terms: 7 }], [{ terms: 'x'.repeat(5000) }], [{ terms: 'x', is_or_search: 'yes' }], [{ terms: 'x', time_zone_offset: 1e12 }], [[]], ['text'], [null]])('%j is refused in words', async (body) => {
  for (const path of ['posts', 'files']) expect(await bob.post(`/api/v4/teams/${team.id}/${path}/search`, body)).toMatchObject({ status: 400, body: { id: 'api.context.invalid_body_param.app_error' } });
});

test.each([`' OR 1=1; --`, `\\`, `'\\''`, `%`, `_`, `a & | ! ( ) : <-> b`, `"`, `-`, `in:`, `#`, `"'" & x:*`, `\u0000zero`, `${'a '.repeat(1500)}`, `from:${'x'.repeat(500)}`, `on:9999999-01-01`, `😀*`, `\ud800`])('%j is only text', async (terms) => {
  for (const path of ['posts', 'files']) {
    for (const is_or_search of [false, true]) expect((await bob.post(`/api/v4/teams/${team.id}/${path}/search`, { terms, is_or_search })).status).toBeLessThan(500);
  }
});

test('old messages that somebody brought in are found by parts of their words after the next start', async () => {
  await upkeepOf(server.app).run();
  await server.app.db.run(
    `INSERT INTO posts (id, create_at, update_at, user_id, channel_id, root_id, message, type, hashtags, pending_post_id, props, file_ids)
     SELECT '13' || repeat('a', 24), 1, 1, user_id, channel_id, '', 'brought in: Streifenhörnchen', '', '', '', '{}', '{}' FROM posts LIMIT 1`,
  );
  expect(await find(ann, 'streifen')).toEqual(['brought in: Streifenhörnchen']);
  await server.restart();
  await upkeepOf(server.app).run();
  expect(await find(ann, 'hörnchen')).toEqual(['brought in: Streifenhörnchen']);
});

describe('files', () => {
  const findFiles = async (by: Client, terms: string): Promise<string[]> => {
    const { body } = await by.post<FileSearchResults>(`/api/v4/teams/${team.id}/files/search`, { terms });
    return body.order.map((id) => body.file_infos[id]!.name);
  };
  const share = async (channel: Channel, name: string) => {
    const info = await upload(server, ann, channel.id, { name, bytes: name });
    await ann.post('/api/v4/posts', { channel_id: channel.id, message: 'file', file_ids: [info.id] });
    now += 1000;
  };

  test('are found by any part of their name, their kind, who shared them and where', async () => {
    await share(side, 'flight_plan.pdf');
    await share(side, '飛行計画.txt');
    await share(secret, 'secret flight.txt');
    await upload(server, ann, side.id, { name: 'flight draft.txt', bytes: 'x' });
    expect(await findFiles(bob, 'light')).toEqual(['flight_plan.pdf']);
    expect(await findFiles(ann, 'flight')).toEqual(['secret flight.txt', 'flight_plan.pdf']);
    expect(await findFiles(bob, '計画')).toEqual(['飛行計画.txt']);
    expect(await findFiles(bob, 'ext:pdf')).toEqual(['flight_plan.pdf']);
    expect(await findFiles(ann, 'flight -ext:pdf')).toEqual(['secret flight.txt']);
    expect(await findFiles(bob, 'flight from:bob')).toEqual([]);
    expect(await findFiles(ann, 'flight in:vault')).toEqual(['secret flight.txt']);
    expect(await findFiles(bob, 'flight%')).toEqual(['flight_plan.pdf']);
    expect(await findFiles(bob, '*')).toEqual([]);
    expect((await cat.post(`/api/v4/teams/${other_team.id}/files/search`, { terms: 'x' })).status).toBe(403);
  });

  test('are found by the words in them, soon after they were posted', async () => {
    const info = await upload(server, ann, side.id, { name: 'notes-of-monday.md', bytes: '# Ladeplan\n\nThe crane lifts forty containers. Größe: 部署完成' });
    await ann.post('/api/v4/posts', { channel_id: side.id, message: 'the notes', file_ids: [info.id] });
    await expect.poll(() => findFiles(bob, 'crane'), { timeout: 20_000 }).toEqual(['notes-of-monday.md']);
    for (const terms of ['contain', '"forty containers"', 'größe', '部署', 'ladeplan ext:md']) expect(await findFiles(bob, terms), terms).toEqual(['notes-of-monday.md']);
    expect(await findFiles(bob, 'crane -notes')).toEqual([]);
    expect(await findFiles(bob, 'rane')).toEqual([]);
    expect(await findFiles(cat, 'crane')).toEqual([]);
  });
});
