import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../lib/http.ts';
import { logIn, Person } from '../lib/person.ts';
import { castPeople, makeScene, SECRET, type Cast } from '../lib/scene.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { requestsTo, type FuzzedRequest, type Pool } from './requests.ts';

// `FUZZ_SEED=7 npm test -- hostile/fuzz` sends other requests; a failure names the seed and the request.
const SEED = Number(process.env['FUZZ_SEED'] ?? 2026);
const OF_STRANGERS = 12;
const OF_OWNER = 8;
const AT_ONCE = 4;
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

let server: TestServer;
let cast: Cast;
let document: any;
let pool: Pool;
let routes: { method: string; path: string; operation: any }[];

beforeAll(async () => {
  server = await startTestServer();
  cast = await castPeople(server);
  document = await cast.owner.request('GET', '/api/muster/v1/openapi.json').then((answer) => answer.body);
  pool = await fillPool();
  routes = Object.entries<any>(document.paths).flatMap(([path, operations]) => METHODS.filter((m) => operations[m]).map((m) => ({ method: m.toUpperCase(), path: path.replace(/\{(\w+)\}/g, ':$1'), operation: operations[m] })));
});
afterAll(() => server.close());

/** What the owner has, under the names by which routes ask for it. */
async function fillPool(): Promise<Pool> {
  const scene = await makeScene(server, cast);
  const { owner, outsider } = cast;
  const [post, reply, file, hook, category, group] = [await scene.need('post'), await scene.need('reply'), await scene.need('file'), await scene.need('hook'), await scene.need('category'), await scene.need('group')];
  await owner.put('/users/me/preferences', [{ user_id: owner.id, category: 'notes', name: 'mine', value: SECRET }]);
  await owner.post('/drafts', { user_id: owner.id, channel_id: scene.channel.id, message: SECRET });
  const dm = await owner.post('/channels/direct', [owner.id, cast.teammate.id]);
  await owner.post('/posts', { channel_id: dm.id, message: SECRET });
  const channels = [scene.channel.id, dm.id, group.id];
  const people = [owner.id, outsider.id, cast.teammate.id, cast.bot.id, 'me'];
  return {
    team_id: [scene.team.id], team_name: [scene.team.name], name: [scene.team.name, scene.channel.name], channel_id: channels, channel_name: [scene.channel.name], user_id: people, bot_user_id: [cast.bot.id], owner_id: people, username: [owner.username, 'admin'], email: ['olga@example.com'],
    post_id: [post.id, reply.id], root_id: [post.id], thread_id: [post.id], file_id: [file.id], hook_id: [hook.id], category_id: [category.id], terms: ['vault', 'secret', `in:${scene.channel.name} vault`, 'from:olga vault'], term: ['vault', 'olga', 'private'], id: [post.id, scene.channel.id, scene.team.id, owner.id],
  };
}

describe('the API document', () => {
  test('is OpenAPI 3.1 and has an operation for each route, with unique names', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = routes.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of routes) expect((operation.parameters ?? []).filter((p: any) => p.in === 'path').map((p: any) => p.name)).toEqual([...path.matchAll(/:(\w+)/g)].map((m) => m[1]));
  });

  test('says what a post is made of and who may make it', () => {
    const { summary, description, requestBody, tags } = document.paths['/api/v4/posts'].post;
    expect(summary).toBeTruthy();
    expect(description).toContain('create_post');
    expect(tags).toEqual(['posts']);
    expect(requestBody.content['application/json'].schema.properties).toMatchObject({ channel_id: { type: 'string' }, message: { type: ['string', 'null'] } });
  });

  test('is for those who are signed in', async () => {
    expect((await cast.nobody.request('GET', '/api/muster/v1/openapi.json')).status).toBe(401);
  });
});

test('whatever a stranger sends to whatever route, the server answers in its words and tells nothing of others', async () => {
  const faults = await attack(() => cast.outsider, OF_STRANGERS, (answer) => (answer.text.includes(SECRET) ? 'tells what only the owner may read' : undefined));
  expect(faults, `seed ${SEED}`).toEqual([]);
});

test('whatever the owner sends to whatever route, the server answers in its words', async () => {
  const faults = await attack(() => cast.owner, OF_OWNER, () => undefined);
  expect(faults, `seed ${SEED}`).toEqual([]);
});

async function attack(person: () => Person, count: number, check: (answer: Answer) => string | undefined): Promise<string[]> {
  const faults: string[] = [];
  const work = routes.flatMap(({ method, path, operation }, i) => fc.sample(requestsTo(path, operation, pool), { seed: SEED + i, numRuns: count }).map((request) => ({ method, path, request })));
  let next = 0;
  const send = async (): Promise<void> => {
    for (let i = next++; i < work.length; i = next++) {
      const { method, path, request } = work[i]!;
      const answer = await person().request(method, request.path, request.options);
      if (answer.status === 401) await comeBack(person());
      const fault = faultOf(answer) ?? check(answer);
      if (fault) faults.push(`${method} ${path}: ${fault}\n  ${tell(request)}\n  ${answer.text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return faults;
}

function faultOf(answer: Answer): string | undefined {
  if (answer.status >= 500 && answer.status !== 501) return `answers ${answer.status}`;
  if (answer.status >= 400 && answer.text && typeof answer.body?.id !== 'string' && !String(answer.headers['content-type']).startsWith('text/')) return `refuses with ${answer.status} in no words of the protocol`;
  return undefined;
}

function tell({ path, options }: FuzzedRequest): string {
  return `${path.slice(0, 300)} ${String(options.raw ?? '').slice(0, 300)} ${JSON.stringify(options.headers ?? {})}`;
}

// A request may have ended the session of its sender, or changed its password or name: then somebody like it goes on.
async function comeBack(person: Person): Promise<void> {
  const is_owner = person === cast.owner;
  if ((await person.call('GET', '/users/me')).status !== 401) return;
  const again = await logIn(server.url, person.username).catch(() => undefined);
  const fresh = again ?? (await signUpLike(person));
  if (is_owner) cast.owner = fresh;
  else cast.outsider = fresh;
}

async function signUpLike(person: Person): Promise<Person> {
  const username = `${person.username.slice(0, 12)}${Math.random().toString(36).slice(2, 8)}`;
  await cast.admin.post('/users', { username, email: `${username}@example.com`, password: 'User-Pass-1' });
  return logIn(server.url, username);
}
