import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import type { User } from '#identity/users/wire/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import type { Bot } from '../wire/index.ts';
import { disableBotsWithOwner, enableBotCreation } from './bots.settings.ts';

let server: TestServer;
let admin: Client;
let second: Client;
let ann: Client;
let serial = 0;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [second, ann] = [await signUp(server, 'second'), await signUp(server, 'ann')];
  await admin.put(`/api/v4/users/${second.user.id}/roles`, { roles: 'system_admin system_user' });
});
afterAll(() => server?.close());

const api = (rest = '') => `/api/v4/bots${rest}`;
const make = async (by: Client, more: object = {}): Promise<Bot> => (await by.post<Bot>(api(), { username: `bot-${++serial}`, display_name: 'Bot', description: 'helps', ...more })).body;

/** The bot as a caller of its own. */
async function actAs(bot: Bot): Promise<Client> {
  const { token } = (await admin.post(`/api/v4/users/${bot.user_id}/tokens`, { description: 'test' })).body;
  const call: Client['call'] = async (method, path, body) => {
    const answer = await fetch(server.url + path, { method, headers: { authorization: `Bearer ${token}` }, body: body === undefined ? undefined : JSON.stringify(body) });
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as any };
  };
  return { user: { id: bot.user_id } as User, token, call, get: (path) => call('GET', path), post: (path, body) => call('POST', path, body), put: (path, body) => call('PUT', path, body), del: (path) => call('DELETE', path) };
}

describe('a bot', () => {
  test('is an account that answers to its maker and posts by its token', async () => {
    const bot = await make(admin, { username: 'Deployer' });
    expect(bot).toMatchObject({ username: 'deployer', display_name: 'Bot', description: 'helps', owner_id: admin.user.id, delete_at: 0 });
    const itself = await actAs(bot);
    expect((await itself.get('/api/v4/users/me')).body).toMatchObject({ is_bot: true, bot_description: 'helps', email: 'deployer@localhost', roles: 'system_user' });
    const team = await makeTeam(admin, 'ops');
    const channel = await makeChannel(admin, team, 'talk');
    expect((await itself.post('/api/v4/posts', { channel_id: channel.id, message: 'x' })).status).toBe(403);
    await addToTeam(admin, team, itself);
    await admin.post(`/api/v4/channels/${channel.id}/members`, { user_id: bot.user_id });
    expect((await itself.post<Post>('/api/v4/posts', { channel_id: channel.id, message: 'x' })).body.props).toMatchObject({ from_bot: 'true' });
    expect((await nobody(server).post('/api/v4/users/login', { login_id: 'deployer', password: '' })).status).toBeGreaterThanOrEqual(400);
  });

  test('changes its names; who watches hears of it', async () => {
    const bot = await make(admin);
    const hearing = await listen(server, ann);
    const patched = await admin.put<Bot>(api(`/${bot.user_id}`), { display_name: 'New', description: '' });
    expect(patched.body).toMatchObject({ username: bot.username, display_name: 'New' });
    expect(patched.body.description).toBeUndefined();
    expect((await hearing.take()).map((frame) => frame.event)).toContain('user_updated');
    hearing.close();
    expect((await admin.put(api(`/${bot.user_id}`), { username: 'ann' })).body.id).toBe('app.user.save.username_exists.app_error');
  });

  test('disabled is locked out at once and forgotten by lists; enabled it is back', async () => {
    const bot = await make(admin);
    const itself = await actAs(bot);
    expect((await itself.get('/api/v4/users/me')).status).toBe(200);
    expect((await admin.post<Bot>(api(`/${bot.user_id}/disable`))).body.delete_at).toBeGreaterThan(0);
    expect((await itself.get('/api/v4/users/me')).body.id).toBe('api.context.session_expired.app_error');
    expect((await admin.get(api(`/${bot.user_id}`))).body.id).toBe('store.sql_bot.get.missing.app_error');
    expect((await admin.get(api(`/${bot.user_id}?include_deleted=true`))).status).toBe(200);
    const listed = async (rest = '') => (await admin.get<Bot[]>(api(`?per_page=200${rest}`))).body.map((one) => one.user_id);
    expect([(await listed()).includes(bot.user_id), (await listed('&include_deleted=true')).includes(bot.user_id)]).toEqual([false, true]);
    expect((await admin.post<Bot>(api(`/${bot.user_id}/enable`))).body.delete_at).toBe(0);
    expect((await itself.get('/api/v4/users/me')).status).toBe(200);
  });

  test('goes to another owner, who is a person', async () => {
    const [bot, other] = [await make(admin), await make(admin)];
    expect((await admin.post<Bot>(api(`/${bot.user_id}/assign/${ann.user.id}`))).body.owner_id).toBe(ann.user.id);
    expect((await admin.post(api(`/${bot.user_id}/assign/${other.user_id}`))).status).toBe(403);
    expect((await admin.post(api(`/${bot.user_id}/assign/${'a'.repeat(26)}`))).status).toBe(404);
  });

  test('ends with its owner, unless the setting says otherwise', async () => {
    const [bot, other] = [await make(second), await make(admin)];
    const state = async ({ user_id }: Bot) => (await admin.get<Bot>(api(`/${user_id}?include_deleted=true`))).body.delete_at > 0;
    await admin.put(`/api/v4/users/${second.user.id}/active`, { active: false });
    await server.app.settle();
    expect([await state(bot), await state(other)]).toEqual([true, false]);
    expect((await admin.get<Bot[]>(api('?only_orphaned=true&include_deleted=true'))).body.map((one) => one.user_id)).toEqual([bot.user_id]);
    await admin.post(api(`/${bot.user_id}/enable`));
    await server.app.settings.set(disableBotsWithOwner, false);
    await server.restart();
    expect(await state(bot)).toBe(false);
    await server.app.settings.set(disableBotsWithOwner, true);
    await server.restart();
    expect(await state(bot)).toBe(true);
  });
});

describe('who has to do with bots', () => {
  test('are administrators; others do not learn which there are', async () => {
    const bot = await make(admin);
    expect((await ann.post(api(), { username: 'x-bot' })).body.id).toBe('api.context.permissions.app_error');
    expect((await ann.get(api())).status).toBe(403);
    for (const answer of [await ann.get(api(`/${bot.user_id}`)), await ann.put(api(`/${bot.user_id}`), {}), await ann.post(api(`/${bot.user_id}/disable`)), await ann.post(api(`/${bot.user_id}/assign/${ann.user.id}`)), await admin.get(api(`/${'a'.repeat(26)}`)), await admin.get(api(`/${ann.user.id}`))]) {
      expect(answer).toMatchObject({ status: 404, body: { id: 'store.sql_bot.get.missing.app_error' } });
    }
    for (const answer of [await nobody(server).get(api()), await nobody(server).post(api(), {})]) expect(answer.status).toBe(401);
  });

  test('are no bots', async () => {
    const bot = await make(admin);
    await admin.put(`/api/v4/users/${bot.user_id}/roles`, { roles: 'system_admin system_user' });
    expect((await (await actAs(bot)).post(api(), { username: 'childbot' })).status).toBe(403);
  });

  test('while the creation is switched off nobody makes any', async () => {
    await server.app.settings.set(enableBotCreation, false);
    expect(await admin.post(api(), { username: 'late-bot' })).toMatchObject({ status: 403, body: { id: 'api.bot.create_disabled' } });
    await server.app.settings.set(enableBotCreation, true);
  });
});

test.each([
  [{}, 'api.context.invalid_body_param.app_error'],
  [{ username: 7 }, 'api.context.invalid_body_param.app_error'],
  [{ username: '' }, 'model.bot.is_valid.username.app_error'],
  [{ username: 'no spaces' }, 'model.bot.is_valid.username.app_error'],
  [{ username: 'all' }, 'model.bot.is_valid.username.app_error'],
  [{ username: 'ann' }, 'app.user.save.username_exists.app_error'],
  [{ username: 'long-bot', display_name: 'x'.repeat(65) }, 'model.bot.is_valid.user_id.app_error'],
  [{ username: 'long-bot', description: 'x'.repeat(1025) }, 'model.bot.is_valid.description.app_error'],
])('%j makes no bot', async (body, id) => {
  const before = await server.app.db.one('SELECT count(*) FROM bots');
  expect(await admin.post(api(), body)).toMatchObject({ status: 400, body: { id } });
  expect(await server.app.db.one('SELECT count(*) FROM bots')).toEqual(before);
});
