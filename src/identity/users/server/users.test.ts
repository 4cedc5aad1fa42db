import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import type { User } from '../wire/index.ts';
import * as s from './users.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
const PASSWORD = 'Test-Password-1';
const api = (path: string) => `/api/v4/users${path}`;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = (await Promise.all(['ann', 'bob'].map((name) => signUp(server, name)))) as [Client, Client];
});
afterAll(() => server?.close());

describe('signing up', () => {
  test('refuses names and addresses that are taken, whatever their case', async () => {
    const again = (body: object) => nobody(server).post(api(''), { username: 'other', email: 'other@example.com', password: PASSWORD, ...body });
    expect(await again({ username: 'Ann' })).toMatchObject({ status: 400, body: { id: 'app.user.save.username_exists.app_error' } });
    expect(await again({ email: 'ANN@example.com' })).toMatchObject({ status: 400, body: { id: 'app.user.save.email_exists.app_error' } });
  });

  test('says which field cannot be kept', async () => {
    const refused = async (body: object) => (await nobody(server).post(api(''), { username: 'fine', email: 'fine@example.com', password: PASSWORD, ...body })).body.id;
    expect(await refused({ username: 'a b' })).toBe('model.user.is_valid.username.app_error');
    expect(await refused({ username: 'all' })).toBe('model.user.is_valid.username.app_error');
    expect(await refused({ email: 'nowhere' })).toBe('model.user.is_valid.email.app_error');
    expect(await refused({ password: 'short' })).toBe('model.user.is_valid.pwd_min_length.app_error');
    expect(await refused({ password: 'x'.repeat(73) })).toBe('model.user.is_valid.pwd_max_length.app_error');
    expect(await refused({ nickname: 'x'.repeat(65) })).toBe('model.user.is_valid.nickname.app_error');
    expect(await refused({ locale: '<script>' })).toBe('model.user.is_valid.locale.app_error');
    expect(await refused({ username: 7 })).toBe('api.context.invalid_body_param.app_error');
  });

  test('gives nobody a role or a state that was asked for', async () => {
    const { body } = await nobody(server).post<User>(api(''), { username: 'sly', email: 'sly@example.com', password: PASSWORD, roles: 'system_admin', email_verified: true, is_bot: true, delete_at: 5, id: admin.user.id });
    expect(body).toMatchObject({ roles: 'system_user', delete_at: 0 });
    expect(body.id).not.toBe(admin.user.id);
    expect(body.email_verified ?? false).toBe(false);
    expect(body.is_bot ?? false).toBe(false);
  });

  test('needs an invitation where the server is closed, unless an administrator does it', async () => {
    await server.app.settings.set(s.enableOpenServer, false);
    const body = { username: 'late', email: 'late@example.com', password: PASSWORD };
    expect(await nobody(server).post(api(''), body)).toMatchObject({ status: 403, body: { id: 'api.user.create_user.no_open_server' } });
    expect(await nobody(server).post(api('?iid=nosuchinvitation'), body)).toMatchObject({ status: 400, body: { id: 'api.user.create_user.signup_link_invalid.app_error' } });
    expect(await admin.post(api(''), body)).toMatchObject({ status: 201 });
    await server.app.settings.set(s.enableOpenServer, true);
  });

  test('makes exactly one administrator of several who come first at once', async () => {
    const empty = await startTestServer({ admin: undefined });
    const people = await Promise.all(['one', 'two', 'three'].map((name) => nobody(empty).post<User>(api(''), { username: name, email: `${name}@example.com`, password: PASSWORD })));
    expect(people.filter((person) => person.body.roles.includes('system_admin'))).toHaveLength(1);
    await empty.close();
  });
});

describe('what others see', () => {
  test('is the public part: no settings, no dates of the password, no failures', async () => {
    const { body } = await bob.get<User>(api(`/${ann.user.id}`));
    expect(body).toMatchObject({ username: 'ann', email: 'ann@example.com' });
    for (const field of ['notify_props', 'last_password_update', 'failed_attempts', 'email_verified', 'mfa_active', 'last_login', 'password']) expect(body).not.toHaveProperty(field);
    expect((await ann.get<User>(api('/me'))).body).toHaveProperty('notify_props');
  });

  test('has no address and no full name where they are hidden, and nothing can be guessed by searching', async () => {
    await ann.put(api('/me/patch'), { first_name: 'Hiddenfirst', last_name: 'Hiddenlast' });
    await server.app.settings.set(s.showEmailAddress, false);
    await server.app.settings.set(s.showFullName, false);
    expect((await bob.get(api(`/${ann.user.id}`))).body).toMatchObject({ email: '', first_name: '', last_name: '' });
    expect(await bob.get(api(`/email/ann@example.com`))).toMatchObject({ status: 403, body: { id: 'api.user.get_user_by_email.permissions.app_error' } });
    expect((await bob.post(api('/search'), { term: 'hiddenfirst' })).body).toEqual([]);
    expect((await bob.post(api('/search'), { term: 'ann@ex' })).body).toEqual([]);
    expect((await admin.get(api(`/${ann.user.id}`))).body).toMatchObject({ email: 'ann@example.com', first_name: 'Hiddenfirst' });
    expect((await admin.post(api('/search'), { term: 'hiddenfirst' })).body).toHaveLength(1);
    expect((await ann.get(api('/me'))).body).toMatchObject({ email: 'ann@example.com' });
    await server.app.settings.set(s.showEmailAddress, true);
    await server.app.settings.set(s.showFullName, true);
  });

  test('reaches each by the frame that is meant for him', async () => {
    const [own, other, boss] = await Promise.all([ann, bob, admin].map((person) => openSocket(server, person.token)));
    await ann.put(api('/me/patch'), { nickname: 'Annie' });
    const frames = await Promise.all([own!, other!, boss!].map((socket) => socket.until((f) => f.event === 'user_updated' && f.data.user.nickname === 'Annie')));
    expect(frames.map((frame) => 'notify_props' in frame.data.user)).toEqual([true, false, true]);
    expect(frames[1]!.broadcast).toMatchObject({ contains_sanitized_data: true, omit_users: { [ann.user.id]: true } });
    for (const socket of [own!, other!, boss!]) socket.close();
  });
});

describe('a profile', () => {
  test('is changed by its owner and by administrators, not by others', async () => {
    expect((await ann.put(api('/me/patch'), { position: 'Lead' })).body).toMatchObject({ position: 'Lead' });
    expect(await bob.put(api(`/${ann.user.id}/patch`), { position: 'No' })).toMatchObject({ status: 403, body: { id: 'api.context.permissions.app_error' } });
    expect((await admin.put(api(`/${ann.user.id}/patch`), { position: 'Head' })).body).toMatchObject({ position: 'Head' });
    expect(await nobody(server).put(api(`/${ann.user.id}/patch`), {})).toMatchObject({ status: 401 });
  });

  test('leaves what a patch does not name, and null is not a name', async () => {
    const before = (await ann.get<User>(api('/me'))).body;
    const { body } = await ann.put<User>(api('/me/patch'), { first_name: null, notify_props: { desktop: 'all' }, id: bob.user.id, roles: 'system_admin' });
    expect(body).toMatchObject({ first_name: before.first_name, roles: 'system_user', id: ann.user.id });
    expect(body.notify_props).toEqual({ ...before.notify_props, desktop: 'all' });
  });

  test('gets another address only with the password', async () => {
    expect(await ann.put(api('/me/patch'), { email: 'ann2@example.com' })).toMatchObject({ status: 400 });
    expect(await ann.put(api('/me/patch'), { email: 'ann2@example.com', password: 'wrong' })).toMatchObject({ status: 401 });
    expect(await ann.put(api('/me/patch'), { email: 'ann2@example.com', password: PASSWORD })).toMatchObject({ status: 200, body: { email: 'ann2@example.com' } });
    expect(await ann.put(api('/me/patch'), { email: 'ann@example.com', password: PASSWORD })).toMatchObject({ status: 200 });
  });

  test('is found by its new name and no more by its old one', async () => {
    await bob.put(api('/me/patch'), { username: 'robert' });
    expect(await ann.get(api('/username/robert'))).toMatchObject({ status: 200 });
    expect(await ann.get(api('/username/bob'))).toMatchObject({ status: 404 });
    await bob.put(api('/me/patch'), { username: 'bob' });
  });

  test('does not lose a change that comes at the same time as another', async () => {
    await Promise.all([ann.put(api('/me/patch'), { nickname: 'n1' }), ann.put(api('/me/patch'), { position: 'p1' }), ann.put(api('/me/patch'), { first_name: 'f1' })]);
    expect((await ann.get(api('/me'))).body).toMatchObject({ nickname: 'n1', position: 'p1', first_name: 'f1' });
  });

  test('answers 304 to who knows it already', async () => {
    const first = await bob.get(api(`/${ann.user.id}`));
    const again = await fetch(`${server.url}${api(`/${ann.user.id}`)}`, { headers: { authorization: `Bearer ${bob.token}`, 'if-none-match': first.headers.get('etag')! } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('lists of people', () => {
  test('are paged, sorted by name and narrowed', async () => {
    const names = async (query: string) => (await admin.get<User[]>(api(`?${query}`))).body.map((user) => user.username);
    expect(await names('per_page=2&page=0')).toEqual((await names('per_page=200')).slice(0, 2));
    expect(await names('role=system_admin')).toEqual(['admin']);
    expect(await names('roles=system_admin,system_user&per_page=200')).toContain('ann');
    expect(await names('active=true&per_page=200')).toContain('bob');
    expect(await admin.get(api('?active=true&inactive=true'))).toMatchObject({ status: 400 });
    expect(await admin.get(api('?sort=password'))).toMatchObject({ status: 400 });
    expect(await admin.get(api('?in_team=nonsense'))).toMatchObject({ status: 400 });
    expect(await ann.get(api('?without_team=true'))).toMatchObject({ status: 403 });
  });

  test('take signs of patterns for themselves', async () => {
    expect((await ann.post(api('/search'), { term: '%' })).body).toEqual([]);
    expect((await ann.post(api('/search'), { term: 'a_n' })).body).toEqual([]);
    expect((await ann.get(api('/autocomplete?name=%25'))).body).toEqual({ users: [] });
  });

  test('find by every word of a name', async () => {
    await bob.put(api('/me/patch'), { first_name: 'Robert', last_name: 'Tables' });
    const found = async (term: string) => (await ann.post<User[]>(api('/search'), { term })).body.map((user) => user.username);
    expect(await found('rob tab')).toEqual(['bob']);
    expect(await found('@BO')).toEqual(['bob']);
    expect(await found('rob nobody')).toEqual([]);
    expect(await ann.post(api('/search'), { term: 'a', limit: 100_000 })).toMatchObject({ status: 400 });
    expect(await ann.post(api('/search'), {})).toMatchObject({ status: 400 });
  });
});
