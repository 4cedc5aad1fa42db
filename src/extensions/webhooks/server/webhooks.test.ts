import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import type { IncomingWebhook } from '../wire/index.ts';
import { enableIncomingWebhooks, enableUsernameOverride, maxPayload } from './webhooks.settings.ts';

let server: TestServer;
let admin: Client;
let owner: Client;
let ann: Client;
let team: Team;
let ops: Channel;
let side: Channel;
let vault: Channel;
let hook: IncomingWebhook;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [owner, ann] = [await signUp(server, 'owner'), await signUp(server, 'ann')];
  team = await makeTeam(owner, 'ops'); // its maker administers it
  await addToTeam(owner, team, ann);
  [ops, side] = [await makeChannel(owner, team, 'alerts'), await makeChannel(owner, team, 'side')];
  vault = await makeChannel(ann, team, 'vault', 'P');
  await addToChannel(owner, ops, ann);
  hook = await make(owner, ops, { display_name: 'CI', username: 'ci-bot' });
});
afterAll(() => server?.close());

const api = (rest = '') => `/api/v4/hooks/incoming${rest}`;
async function make(by: Client, channel: Channel, more: Partial<IncomingWebhook> = {}): Promise<IncomingWebhook> {
  const answer = await by.post<IncomingWebhook>(api(), { channel_id: channel.id, ...more });
  expect(answer.status).toBe(201);
  return answer.body;
}

/** What a tool sends to the address of a webhook, without a session. */
async function send(payload: unknown, headers: Record<string, string> = {}, to = hook): Promise<{ status: number; text: string; id: string; message: string }> {
  const body = typeof payload === 'string' || payload instanceof URLSearchParams || payload instanceof FormData ? payload : JSON.stringify(payload);
  const answer = await fetch(`${server.url}/hooks/${to.id}`, { method: 'POST', headers: { ...(typeof payload === 'object' && !(payload instanceof URLSearchParams) && !(payload instanceof FormData) && { 'content-type': 'application/json' }), ...headers }, body });
  const text = await answer.text();
  const error = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: answer.status, text, id: error.id, message: error.message };
}

async function newest(channel = ops, by = owner): Promise<Post> {
  const { body } = await by.get<PostList>(`/api/v4/channels/${channel.id}/posts?per_page=1`);
  return body.posts[body.order[0]!]!;
}

describe('a payload', () => {
  test.each([
    ['JSON', () => [{ text: 'from JSON' }]],
    ['JSON of any content type', () => ['{"text":"from JSON of any content type"}', { 'content-type': 'text/plain' }]],
    ['a form', () => [new URLSearchParams({ payload: '{"text":"from a form"}' })]],
    ['a multipart form', () => { const form = new FormData(); form.append('text', 'from a multipart form'); return [form]; }],
    ['JSON with raw line breaks', () => ['{"text":"from JSON with\nraw line breaks"}']],
  ] as const)('can be %s', async (what, payload) => {
    const [body, headers] = payload() as unknown as [unknown, Record<string, string>?];
    expect(await send(body, headers)).toMatchObject({ status: 200, text: 'ok' });
    expect((await newest()).message).toBe(what.includes('raw') ? 'from JSON with\nraw line breaks' : `from ${what}`);
  });

  test('is posted in the owner\'s name, under the webhook\'s or its own', async () => {
    await send({ text: 'x' });
    expect(await newest()).toMatchObject({ user_id: owner.user.id, props: { from_webhook: 'true', override_username: 'ci-bot', webhook_display_name: 'CI' } });
    await send({ text: 'x', username: 'jenkins', icon_url: 'https://i.example/x.png', icon_emoji: ':fire:' });
    expect((await newest()).props).toMatchObject({ override_username: 'jenkins', override_icon_url: 'https://i.example/x.png', override_icon_emoji: 'fire' });
    await server.app.settings.set(enableUsernameOverride, false);
    await send({ text: 'x', username: 'jenkins' });
    expect((await newest()).props).not.toHaveProperty('override_username');
    await server.app.settings.set(enableUsernameOverride, true);
  });

  test('reads Slack\'s markup and mentions whom it means', async () => {
    await send({ text: `<!here> <@${ann.user.id}> <https://ci.example/1|build 1>` });
    expect((await newest()).message).toBe('@here @ann [build 1](https://ci.example/1)');
  });

  test('cannot set what is the server\'s', async () => {
    await send({ text: 'x', props: { from_webhook: 'no', from_bot: 'true', override_username: 'admin', webhook_display_name: 'Admin', deleteBy: 'x', mine: 'kept' } });
    expect((await newest()).props).toEqual({ from_webhook: 'true', override_username: 'ci-bot', webhook_display_name: 'CI', mine: 'kept' });
    expect(await send({ text: 'x', type: 'system_join_team' })).toMatchObject({ status: 400, id: 'web.incoming_webhook.general.app_error' });
  });

  test('longer than a message becomes several, with the attachments in the last', async () => {
    await send({ text: `${'word '.repeat(4000)}end`, attachments: [{ text: 'attached' }] });
    const last = await newest();
    expect(last.message).toMatch(/end$/);
    expect([last.type, last.props.attachments]).toMatchObject(['slack_attachment', [{ text: 'attached' }]]);
    const { body } = await owner.get<PostList>(`/api/v4/channels/${ops.id}/posts?per_page=2`);
    expect(body.posts[body.order[1]!]!.props).not.toHaveProperty('attachments');
  });

  test('can name another channel or a person, unless the webhook is locked', async () => {
    for (const name of ['side', '#side']) {
      expect((await send({ text: `to ${name}`, channel: name })).status).toBe(200);
      expect((await newest(side)).message).toBe(`to ${name}`);
    }
    expect((await send({ text: 'to you', channel: '@ann' })).status).toBe(200);
    const direct = (await ann.post<Channel>('/api/v4/channels/direct', [owner.user.id, ann.user.id])).body;
    expect((await newest(direct, ann)).message).toBe('to you');
    const locked = await make(owner, ops, { channel_locked: true });
    expect(await send({ text: 'x', channel: 'side' }, {}, locked)).toMatchObject({ status: 403, id: 'web.incoming_webhook.general.app_error' });
    expect((await send({ text: 'x', channel: 'alerts' }, {}, locked)).status).toBe(200);
  });

  test.each([
    ['nothing to say', { text: '' }, 400, 'web.incoming_webhook.general.app_error'],
    ['an unknown channel', { text: 'x', channel: 'nowhere' }, 404, 'web.incoming_webhook.general.app_error'],
    ['an unknown person', { text: 'x', channel: '@nobody.here' }, 400, 'web.incoming_webhook.general.app_error'],
    ['a channel that its owner is not in', { text: 'x', channel: 'vault' }, 403, 'web.incoming_webhook.general.app_error'],
    ['a list', [], 400, 'web.incoming_webhook.decode.app_error'],
    ['no object', 7, 400, 'web.incoming_webhook.decode.app_error'],
    ['null', null, 400, 'web.incoming_webhook.decode.app_error'],
    ['a number for a text', { text: 7 }, 400, 'web.incoming_webhook.decode.app_error'],
    ['a text for attachments', { attachments: 'x' }, 400, 'web.incoming_webhook.decode.app_error'],
    ['a priority without its level', { text: 'x', priority: {} }, 400, 'web.incoming_webhook.decode.app_error'],
    ['no JSON', 'not json', 400, 'web.incoming_webhook.decode.app_error'],
  ])('with %s is refused in words', async (_what, payload, status, id) => {
    const answer = await send(payload);
    expect(answer).toMatchObject({ status, id });
    expect(answer.message).toMatch(/\w+ \w+/);
  });

  test('of any shape is never the server\'s fault', async () => {
    const values = [null, true, -1, 1e300, 'x\u0000y', '\ud800', [], {}, [null, 7, 'x', { fields: 7, actions: [{}] }], { a: { b: [] } }, JSON.parse(`${'['.repeat(4000)}${']'.repeat(4000)}`)];
    for (const key of ['text', 'username', 'icon_url', 'icon_emoji', 'channel', 'type', 'props', 'attachments', 'priority']) {
      for (const value of values) expect((await send({ text: 'x', [key]: value })).status, `${key} ${JSON.stringify(value)}`).toBeLessThan(500);
    }
    for (const part of values) expect((await send({ attachments: [{ title: part, text: part, fields: [{ value: part, short: part }], ts: part, actions: part, color: part }] })).status).toBeLessThan(500);
  });

  test('that is too large is refused', async () => {
    await server.app.settings.set(maxPayload, 2048);
    const large = 'x'.repeat(100_000);
    const form = new FormData();
    form.append('text', large);
    for (const payload of [{ text: large }, new URLSearchParams({ payload: large }), form]) expect(await send(payload)).toMatchObject({ status: 413, id: 'api.context.request_body_too_large.app_error' });
    await server.app.settings.set(maxPayload, 1_048_576);
  });

  test('of GitHub without a text is told in words that mention nobody', async () => {
    await send({ action: 'opened', issue: { number: 4, title: 'It <!here> is @all broken', html_url: 'https://github.com/o/r/issues/4' }, repository: { full_name: 'o/r' }, sender: { login: 'x' } }, { 'x-github-event': 'issues' });
    const post = await newest();
    expect(post.props).toMatchObject({ override_username: 'GitHub', attachments: [{ title: 'Issue #4 opened: It <!here> is @\u2060all broken', footer: 'o/r' }] });
  });
});

describe('an address', () => {
  test('that leads nowhere is refused, also after the webhook is deleted or its owner is gone', async () => {
    const gone = await make(owner, ops);
    expect((await send({ text: 'x' }, {}, gone)).status).toBe(200);
    expect((await owner.del(api(`/${gone.id}`))).body).toEqual({ status: 'OK' });
    for (const to of [gone, { ...hook, id: 'a'.repeat(26) }]) expect(await send({ text: 'x' }, {}, to)).toMatchObject({ status: 400, id: 'web.incoming_webhook.general.app_error' });
  });

  test('of an archived channel is refused', async () => {
    const old = await makeChannel(owner, team, 'old');
    const to = await make(owner, old);
    await owner.del(`/api/v4/channels/${old.id}`);
    expect(await send({ text: 'x' }, {}, to)).toMatchObject({ status: 400, id: 'web.incoming_webhook.general.app_error' });
  });

  test('is closed while webhooks are switched off', async () => {
    await server.app.settings.set(enableIncomingWebhooks, false);
    expect((await send({ text: 'x' })).status).toBe(501);
    expect((await owner.post(api(), { channel_id: ops.id })).status).toBe(501);
    await server.app.settings.set(enableIncomingWebhooks, true);
  });
});

describe('who manages webhooks', () => {
  test('are administrators of the team: their own, and those of others', async () => {
    for (const answer of await Promise.all([ann.post(api(), { channel_id: ops.id }), ann.get(api(`/${hook.id}`)), ann.put(api(`/${hook.id}`), { id: hook.id, display_name: 'mine' }), ann.del(api(`/${hook.id}`)), ann.get(api(`?team_id=${team.id}`))])) {
      expect(answer).toMatchObject({ status: 403, body: { id: 'api.context.permissions.app_error' } });
    }
    for (const answer of await Promise.all([nobody(server).post(api(), {}), nobody(server).get(api()), nobody(server).get(api(`/${hook.id}`))])) expect(answer.status).toBe(401);
    expect((await owner.get<IncomingWebhook[]>(api(`?team_id=${team.id}`))).body.map((h) => h.id)).toContain(hook.id);
    expect((await admin.get(api(`/${hook.id}`))).body).toEqual(hook);
    expect((await owner.post(api(), { channel_id: vault.id })).status).toBe(403);
  });

  test('see how many there are on request', async () => {
    const { body } = await owner.get(api(`?team_id=${team.id}&per_page=1&include_total_count=true`));
    expect(body.incoming_webhooks).toHaveLength(1);
    expect(body.total_count).toBeGreaterThan(1);
  });

  test('change all but where it came from', async () => {
    const changed = await owner.put<IncomingWebhook>(api(`/${hook.id}`), { id: hook.id, channel_id: side.id, display_name: 'CI 2', user_id: ann.user.id, team_id: 'x' });
    expect(changed).toMatchObject({ status: 201, body: { channel_id: side.id, display_name: 'CI 2', username: '', user_id: owner.user.id, team_id: team.id } });
    await send({ text: 'moved' });
    expect((await newest(side)).message).toBe('moved');
    expect((await owner.put(api(`/${hook.id}`), { id: 'b'.repeat(26) })).status).toBe(400);
  });

  test.each([[{}, 400], [{ channel_id: 'short' }, 400], [{ channel_id: 'a'.repeat(26) }, 404], [{ channel_id: 'OPS', display_name: 'x'.repeat(65) }, 400], [{ channel_id: 'OPS', channel_locked: 'yes' }, 400], [{ channel_id: 'OPS', user_id: 'a'.repeat(26) }, 400]])('%j makes none (%i)', async (body, status) => {
    expect((await owner.post(api(), 'channel_id' in body && body.channel_id === 'OPS' ? { ...body, channel_id: ops.id } : body)).status).toBe(status);
  });
});
