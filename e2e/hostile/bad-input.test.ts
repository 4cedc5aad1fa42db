import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Answer, CallOptions } from '../lib/http.ts';
import type { Person } from '../lib/person.ts';
import { fillPath, ROUTES, type CatalogueRoute } from '../lib/routes.ts';
import { paramsOf, SAMPLES, type Sample } from '../lib/samples.ts';
import { castPeople, makeScene, type Cast, type Scene } from '../lib/scene.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { changes, Watch } from './unchanged.ts';
import { textOf, TOO_LARGE, WRONG_BODIES, WRONG_PATHS, WRONG_QUERIES, wrongValues } from './wrong-values.ts';

const LONG_FORM = 12;
const AT_ONCE = 6;

let server: TestServer;
let cast: Cast;
let watch: Watch;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castPeople(server);
  watch = new Watch(server);
  await watch.open();
});
afterAll(async () => {
  await watch.close();
  await server.close();
});

test.each(ROUTES.map((route) => [route.key, route] as const))('%s takes no nonsense', async (_key, route) => {
  const sample = SAMPLES[route.key];
  expect(sample, `e2e/lib/samples/ has no request for "${route.key}". Add one that succeeds: its body, and who may send it.`).toBeDefined();
  const faults = await new Attack(route, sample!).run();
  if (faults.length) expect.fail(faults.join('\n'));
});

/** Sends everything wrong to one route. What is refused must change nothing; what is taken must not be a failure. */
class Attack {
  readonly #route: CatalogueRoute;
  readonly #sample: Sample;
  readonly #faults: string[] = [];
  #scene!: Scene;
  #person!: Person;
  #params!: Record<string, string>;
  #good!: CallOptions;
  #before!: Map<string, string>;
  #refused_since: string[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #is_reading: boolean;

  constructor(route: CatalogueRoute, sample: Sample) {
    this.#route = route;
    this.#is_reading = route.method === 'GET' || route.method === 'HEAD';
    this.#sample = sample;
  }

  async run(): Promise<string[]> {
    await this.#arrange();
    await this.#attackPath();
    await this.#attackQuery();
    if (!this.#is_reading) await this.#attackBody();
    await Promise.all(this.#running);
    await this.#compare();
    return this.#faults;
  }

  async #arrange(): Promise<void> {
    this.#scene = await makeScene(server, cast);
    this.#person = this.#sample.by === 'admin' ? cast.admin : cast.owner;
    this.#params = await paramsOf(this.#route.params, this.#sample, this.#scene);
    this.#good = await this.#goodPayload();
    this.#before = await watch.look();
  }

  async #attackPath(): Promise<void> {
    const options = this.#good;
    for (const name of this.#route.params) {
      for (const wrong of WRONG_PATHS) await this.#send(fillPath(this.#route.path, { ...this.#params, [name]: wrong }), options, `:${name} = ${wrong.slice(0, 40)}`);
    }
  }

  async #attackQuery(): Promise<void> {
    const names = this.#route.method === 'GET' ? [...fieldsOf(this.#route), 'page', 'per_page'].filter((name) => !this.#route.params.includes(name)) : ['unheard_of'];
    const path = fillPath(this.#route.path, this.#params);
    for (const [i, name] of names.entries()) {
      const wrong = [WRONG_QUERIES[i % WRONG_QUERIES.length]!, WRONG_QUERIES[(i * 3 + 1) % WRONG_QUERIES.length]!, 'x'.repeat(1200)];
      for (const value of wrong) await this.#send(`${path}?${name}=${value}`, {}, `?${name}=${value.slice(0, 40)}`);
      await this.#send(`${path}?${name}=1&${name}=2&${name}[a]=3`, {}, `?${name} twice`);
    }
  }

  async #attackBody(): Promise<void> {
    const path = fillPath(this.#route.path, this.#params);
    const has_body = this.#sample.form || this.#good.body !== undefined || fieldsOf(this.#route).some((name) => !this.#route.params.includes(name));
    if (!has_body) return this.#send(path, { raw: '{' }, 'broken body');
    for (const raw of WRONG_BODIES) await this.#send(path, { raw }, `body ${String(raw).slice(0, 40)}`);
    if (!this.#route.route.max_body && !this.#route.route.is_streamed) await this.#send(path, { raw: TOO_LARGE }, 'body over the limit');
    await this.#send(path, { raw: 'x', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 'broken form');
    await this.#send(path, { raw: '--x\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\nnot a picture\r\n--x--\r\n', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 'a picture that is none');
    await this.#attackFields(path, this.#good.body);
  }

  async #attackFields(path: string, good: unknown): Promise<void> {
    if (Array.isArray(good)) {
      for (const wrong of wrongValues(1)) await this.#send(path, { raw: textOf([wrong]) }, `a list of ${brief(wrong)}`);
      await this.#send(path, { body: Array.from({ length: 2_000 }, () => good[0]) }, 'the same 2,000 times');
      if (good[0] && typeof good[0] === 'object') await this.#attackEachField(path, good[0], (item) => [item]);
      return;
    }
    await this.#attackEachField(path, (good ?? {}) as object, (body) => body);
  }

  async #attackEachField(path: string, good: object, wrap: (body: object) => unknown): Promise<void> {
    const names = new Set([...Object.keys(good), ...fieldsOf(this.#route)]);
    for (const [seed, name] of [...names].entries()) {
      if (this.#route.params.includes(name)) continue;
      for (const wrong of wrongValues(seed, names.size > LONG_FORM)) await this.#send(path, { raw: textOf(wrap({ ...good, [name]: wrong })) }, `${name} = ${brief(wrong)}`);
    }
  }

  async #goodPayload(): Promise<CallOptions> {
    if (this.#sample.form) return { raw: await this.#sample.form(this.#scene) };
    return this.#sample.body ? { body: await this.#sample.body(this.#scene) } : {};
  }

  // Reading changes nothing and may run at once; anything else waits for its answer.
  async #send(path: string, options: CallOptions, what: string): Promise<void> {
    const sending = this.#sendOne(path, options, what);
    if (!this.#is_reading) return sending;
    const running = sending.finally(() => this.#running.delete(running));
    this.#running.add(running);
    if (this.#running.size >= AT_ONCE) await Promise.race(this.#running);
  }

  async #sendOne(path: string, options: CallOptions, what: string): Promise<void> {
    const answer = await this.#person.request(this.#route.method, path, options);
    const problem = problemOf(answer, this.#route.method);
    if (problem) this.#faults.push(`${what}: ${problem}`);
    if (answer.status < 400) await this.#accepted();
    else this.#refused_since.push(what);
  }

  // Something was taken as it is: what it changed counts for nothing, but what was refused before must have changed nothing.
  async #accepted(): Promise<void> {
    if (this.#is_reading) return;
    this.#refused_since = [];
    const is_whole = (await cast.owner.call('GET', `/channels/${this.#scene.channel.id}`)).status === 200 && (await cast.admin.call('GET', '/users/me')).status === 200;
    if (!is_whole || this.#route.method === 'DELETE') await this.#arrange();
    this.#before = await watch.look();
  }

  async #compare(): Promise<void> {
    if (!this.#refused_since.length) return;
    const changed = changes(this.#before, await watch.look());
    if (changed.length && !this.#is_reading) this.#faults.push(`refused (${this.#refused_since.slice(-3).join('; ')}, …), and yet it changed ${changed.join(', ')}`);
  }
}

function problemOf(answer: Answer, method: string): string | undefined {
  if (answer.status >= 500 && answer.status !== 501) return `answered ${answer.status} ${answer.text.slice(0, 300)}`;
  if (answer.status < 400 || method === 'HEAD') return undefined;
  const { body } = answer;
  const is_whole = body && typeof body.id === 'string' && body.id && typeof body.message === 'string' && body.message && body.status_code === answer.status && typeof body.detailed_error === 'string';
  return is_whole ? undefined : `is refused, but not with the protocol's error: ${answer.status} ${answer.text.slice(0, 200)}`;
}

/** The fields that an action reads, path parameters included. */
function fieldsOf(route: CatalogueRoute): string[] {
  const schema = z.toJSONSchema(route.route.action.input, { io: 'input', unrepresentable: 'any' });
  return Object.keys((schema.properties as object | undefined) ?? {});
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 40);
}

describe('what no route serves', () => {
  let person: Person;
  beforeEach(() => {
    person = cast.owner;
  });

  test.each([
    ['GET', '/api/v4/nothing'],
    ['POST', '/api/v4/nothing/at/all'],
    ['GET', '/api/v5/users/me'],
    ['DELETE', '/hooks'],
    ['PATCH', '/api/v4/system/ping'],
    ['OPTIONS', '/api/v4/users/me'],
    ['GET', '/api/v4/../../etc/passwd'],
    ['GET', '/api/v4/%2e%2e/%2e%2e/etc/passwd'],
    ['GET', '/api/v4//users//me'],
    ['GET', `/api/v4/users/${'x'.repeat(3_000)}`],
    ['GET', '/api/v4/users/%'],
    ['GET', '/api/v4/users/%E0%A4%A'],
  ])('%s %s is refused in the protocol\'s words', async (method, path) => {
    const answer = await person.request(method, path);
    expect(answer.status, answer.text.slice(0, 200)).toBeGreaterThanOrEqual(400);
    expect(problemOf(answer, method)).toBeUndefined();
    expect(answer.text).not.toContain('root:');
  });

  test('an address of 10,000 characters is refused', async () => {
    const answer = await person.call('GET', `/users/me?x=${'y'.repeat(10_000)}`);
    expect([414, 431]).toContain(answer.status);
  });
});
