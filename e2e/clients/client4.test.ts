import { readFileSync } from 'node:fs';
import clientPackage from '@mattermost/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../lib/routes.ts';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { BY_METHOD, BY_NAME } from './client4.arguments.ts';
import { Things } from './client4.things.ts';

const { Client4 } = clientPackage;

/** Methods whose route is here and that do not answer with success, with the reason. The list may only shrink. */
const UNANSWERED = JSON.parse(readFileSync(new URL('client4.unanswered.json', import.meta.url), 'utf8')) as Record<string, string>;

// They call nothing by themselves, or end what the others need; a job may be over before it can be cancelled.
const NO_CALLS = /^(doFetch|doFetchWithResponse|setUrl|logout|cancelJob|trackEvent|trackFeatureEvent|setTelemetryHandler)$/;

interface Outcome {
  readonly method: string;
  /** What it asked last; undefined if it asked nothing. */
  readonly request?: string;
  readonly status?: number;
  readonly error?: string;
}

let server: TestServer;
let things: Things;
let asked: { request: string; status: number }[] = [];
const fetch_before = globalThis.fetch;

beforeAll(async () => {
  server = await startTestServer();
  const admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O', allow_open_invite: true });
  await admin.put('/config/patch', { SupportSettings: { CustomTermsOfServiceEnabled: true } });
  const bob: Person = await signUp(server.url, 'bob');
  await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: bob.id });
  things = new Things(admin, team, bob);
  globalThis.fetch = async (input, init) => {
    const response = await fetch_before(input, init);
    asked.push({ request: `${init?.method?.toUpperCase() ?? 'GET'} ${new URL(String(input)).pathname}`, status: response.status });
    return response;
  };
});
afterAll(async () => {
  globalThis.fetch = fetch_before;
  await server.close();
});

test('every method of the official client that has a route here is answered, except for those on the list', async () => {
  const outcomes: Outcome[] = [];
  for (const method of methodsOf(new Client4())) outcomes.push(await callMethod(method));
  const served = outcomes.filter((outcome) => outcome.request && outcome.status !== 501 && isServed(outcome.request));
  const failed = served.filter((outcome) => outcome.status! >= 400 || outcome.error);
  const told = (outcome: Outcome): string => `${outcome.method}: ${outcome.request} answered ${outcome.status} ${outcome.error ?? ''}`;
  expect(failed.filter(({ method }) => !UNANSWERED[method]).map(told), 'Mend the server, say the arguments in client4.arguments.ts, or say in client4.unanswered.json why it cannot answer.').toEqual([]);
  const failing = new Set(failed.map(({ method }) => method));
  expect(Object.keys(UNANSWERED).filter((method) => served.some((outcome) => outcome.method === method) && !failing.has(method)), 'These are answered now: take them off client4.unanswered.json.').toEqual([]);
  expect(served.length - failed.length).toBeGreaterThanOrEqual(ANSWERED);
}, 120_000);

/** How many were answered when this was last looked at. */
const ANSWERED = 290;

function methodsOf(client: object): string[] {
  return Object.entries(client).flatMap(([name, value]) => (typeof value === 'function' && !NO_CALLS.test(name) && !/(Url|Route)$/.test(name) ? name : []));
}

async function callMethod(method: string): Promise<Outcome> {
  const client = new Client4() as any;
  client.setUrl(server.url);
  client.setToken(await freshToken());
  const args = await Promise.resolve(BY_METHOD[method]?.(things) ?? argumentsOf(client[method])).catch((problem: Error) => problem);
  // What it is about cannot be made yet.
  if (args instanceof Error && args.message.includes('answered 501')) return { method };
  if (args instanceof Error) throw args;
  asked = [];
  let error: string | undefined;
  try {
    await client[method](...args);
  } catch (caught) {
    error = `${(caught as any).server_error_id ?? ''} ${(caught as Error).message}`.slice(0, 200);
  }
  const last = asked.at(-1);
  return last ? { method, ...last, error } : { method };
}

// A method may have ended the session of the one before, or all of them.
async function freshToken(): Promise<string> {
  if ((await things.admin.call('GET', '/users/me')).status === 200) return things.admin.token;
  things = new Things(await server.admin(), things.team, things.bob);
  return things.admin.token;
}

/** Arguments by the names of the parameters. What has a default is left to it. */
async function argumentsOf(fn: (...args: never[]) => unknown): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const part of parametersOf(String(fn))) {
    const [name] = part.split('=').map((text) => text.trim()) as [string];
    values.push(part.includes('=') ? undefined : await BY_NAME[name]?.(things));
  }
  return values;
}

/** The parameters as they are written, defaults included. */
function parametersOf(source: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of source.slice(source.indexOf('(') + 1)) {
    if (letter === ')' && depth === 0) break;
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

const shapes = ROUTES.map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}/?$`) }));

function isServed(request: string): boolean {
  const [method, path] = request.split(' ') as [string, string];
  return shapes.some((shape) => shape.method === method && shape.pattern.test(path));
}

