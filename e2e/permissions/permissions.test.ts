import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenesRoute } from './rules.ts';
import { EXCEPTIONS, type Allowance } from './exceptions.ts';
import { OUTSIDERS, SESSIONLESS, WHO, type Outsider, type Role } from './persons.ts';
import type { Answer, CallOptions } from '../lib/http.ts';
import type { Person } from '../lib/person.ts';
import { fillPath, ROUTES, type CatalogueRoute } from '../lib/routes.ts';
import { paramsOf, SAMPLES, type Sample } from '../lib/samples.ts';
import { castPeople, makeScene, SECRET, type Cast, type Place, type Scene } from '../lib/scene.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

let server: TestServer;
let cast: Cast;

beforeAll(async () => {
  server = await startTestServer();
  cast = await castPeople(server);
});
afterAll(() => server.close());

test.each(ROUTES.map((route) => [route.key, route] as const))('%s is open only to whom it is meant for', async (key, route) => {
  const sample = SAMPLES[key];
  expect(sample, `e2e/lib/samples/ has no request for "${key}". Add one that succeeds (its body, and who may send it), and in e2e/permissions/exceptions.ts who else may.`).toBeDefined();
  const faults: string[] = [];
  for (const place of scenesRoute(route) ? (['private', 'open'] as const) : (['private'] as const)) faults.push(...(await tryAll(route, sample!, place)));
  if (faults.length) expect.fail(faults.join('\n'));
});

test('every exception is about a route of the catalogue', () => {
  const known = new Set(ROUTES.map((route) => route.key));
  expect(Object.keys(EXCEPTIONS).filter((key) => !known.has(key))).toEqual([]);
  expect(Object.entries(EXCEPTIONS).filter(([, allowance]) => allowance.why.length < 10)).toEqual([]);
});

/** Everybody tries in turn; last of all the one who may, which proves that the request as such is right. */
async function tryAll(route: CatalogueRoute, sample: Sample, place: Place): Promise<string[]> {
  const scene = await makeScene(server, cast, place);
  const request = await requestOf(route, sample, scene);
  const faults: string[] = [];
  const is_open = route.route.action.permission.scope === 'anyone';
  for (const role of SESSIONLESS) {
    const answer = await send(route, request, cast[role]);
    if (!is_open && answer.status !== 401) faults.push(`${place}: ${WHO[role]} got ${answer.status}, not 401: ${answer.text.slice(0, 120)}`);
    faults.push(...leaks(role, answer));
  }
  for (const role of OUTSIDERS) faults.push(...(await tryOne(route, request, place, role)));
  const answer = await send(route, request, sample.by === 'admin' ? cast.admin : cast.owner);
  if (sample.status ? answer.status !== sample.status : answer.status >= 400) faults.push(`${place}: the one who may got ${answer.status} ${answer.text.slice(0, 250)} (mend the sample in e2e/lib/samples/, or the action)`);
  return faults;
}

async function tryOne(route: CatalogueRoute, request: Request, place: Place, role: Outsider): Promise<string[]> {
  const answer = await send(route, request, cast[role]);
  const is_in = answer.status < 400;
  const may = isAllowed(route, place, role);
  if (answer.status >= 500 && answer.status !== 501) return [`${place}: ${WHO[role]} got ${answer.status} ${answer.text.slice(0, 120)}`];
  if (may === 'either') return leaks(role, answer);
  if (is_in && !may) return [`${place}: ${WHO[role]} was let in (${answer.status} ${answer.text.slice(0, 80)}). If that is meant, say so with a reason in e2e/permissions/exceptions.ts.`];
  if (!is_in && may) return [`${place}: ${WHO[role]} may, says e2e/permissions/exceptions.ts, and got ${answer.status} ${answer.text.slice(0, 120)}`];
  return may && place === 'open' ? [] : leaks(role, answer);
}

// A route about no object of the scene, and open to everybody who is signed in, is nobody's business here.
function isAllowed(route: CatalogueRoute, place: Place, role: Outsider): boolean | 'either' {
  const allowance: Allowance | undefined = EXCEPTIONS[route.key];
  if (allowance) return Boolean((place === 'private' ? allowance.private : allowance.open)?.includes(role));
  const { scope } = route.route.action.permission;
  return (scope === 'anyone' || scope === 'signed-in') && !scenesRoute(route) ? 'either' : false;
}

/** What only the owner may read, in somebody else's answer. */
function leaks(role: Role, answer: Answer): string[] {
  return answer.text.includes(SECRET) ? [`${WHO[role]} gets to read what is in the channel: ${answer.text.slice(Math.max(0, answer.text.indexOf(SECRET) - 120), answer.text.indexOf(SECRET) + 60)}`] : [];
}

interface Request {
  readonly path: string;
  payload(): Promise<CallOptions>;
}

async function requestOf(route: CatalogueRoute, sample: Sample, scene: Scene): Promise<Request> {
  const params = await paramsOf(route.params, sample, scene);
  const query = sample.query ? `?${new URLSearchParams(await sample.query(scene))}` : '';
  return { path: `${fillPath(route.path, params)}${query}`, payload: async () => (sample.form ? { raw: await sample.form(scene) } : sample.body ? { body: await sample.body(scene) } : {}) };
}

async function send(route: CatalogueRoute, request: Request, person: Person): Promise<Answer> {
  return person.request(route.method, request.path, await request.payload());
}
