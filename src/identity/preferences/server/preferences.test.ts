import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import type { Preference } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
const at = (path = '', user = 'me') => `/api/v4/users/${user}/preferences${path}`;
const pref = (category: string, name: string, value: unknown) => ({ user_id: ann.user.id, category, name, value });

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = (await Promise.all(['ann', 'bob'].map((name) => signUp(server, name)))) as [Client, Client];
});
afterAll(() => server?.close());

test('what is saved is told to the own clients and is what one gets then', async () => {
  const [own, other] = await Promise.all([openSocket(server, ann.token), openSocket(server, bob.token)]);
  const list = [pref('display_settings', 'a', '1'), pref('display_settings', 'b', '2'), pref('display_settings', 'a', '3')];
  expect(await ann.put(at(), list)).toMatchObject({ status: 200, body: { status: 'OK' } });
  const told = JSON.parse((await own.untilEvent('preferences_changed')).data.preferences) as Preference[];
  expect(told).toEqual(list);
  expect((await ann.get(at('/display_settings'))).body).toEqual([pref('display_settings', 'a', '3'), pref('display_settings', 'b', '2')]);
  expect((await ann.get(at('/display_settings/name/a'))).body).toEqual(pref('display_settings', 'a', '3'));
  await ann.post(at('/delete'), [pref('display_settings', 'a', '')]);
  await own.untilEvent('preferences_deleted');
  expect((await ann.get(at('/display_settings'))).body).toEqual([pref('display_settings', 'b', '2')]);
  expect(other.heard.some((frame) => frame.event?.startsWith('preferences'))).toBe(false);
  own.close();
  other.close();
});

test('they are private, but administrators can help', async () => {
  expect(await bob.get(at('', ann.user.id))).toMatchObject({ status: 403 });
  expect(await bob.put(at('', ann.user.id), [pref('x', 'y', 'z')])).toMatchObject({ status: 403 });
  expect(await nobody(server).get(at('', ann.user.id))).toMatchObject({ status: 401 });
  expect(await admin.get(at('', ann.user.id))).toMatchObject({ status: 200 });
  expect(await bob.put(at(), [pref('x', 'y', 'z')])).toMatchObject({ status: 403, body: { id: 'api.preference.update_preferences.set.app_error' } });
});

test.each([
  ['no list', {}, 'api.context.invalid_body_param.app_error'],
  ['an empty list', [], 'api.context.invalid_body_param.app_error'],
  ['a value that is no text', [{ category: 'a', name: 'b', value: 5 }], 'api.context.invalid_body_param.app_error'],
  ['no category', [{ category: '', name: 'b', value: '' }], 'model.preference.is_valid.category.app_error'],
  ['a long category', [{ category: 'x'.repeat(33), name: 'b', value: '' }], 'model.preference.is_valid.category.app_error'],
  ['a long name', [{ category: 'a', name: 'x'.repeat(33), value: '' }], 'model.preference.is_valid.name.app_error'],
  ['a long value', [{ category: 'a', name: 'b', value: 'x'.repeat(20_001) }], 'model.preference.is_valid.value.app_error'],
  ['a theme that is none', [{ category: 'theme', name: '', value: 'dark' }], 'model.preference.is_valid.theme.app_error'],
  ['too many direct messages', [{ category: 'sidebar_settings', name: 'limit_visible_dms_gms', value: '41' }], 'model.preference.is_valid.limit_visible_dms_gms.app_error'],
])('%s is refused', async (_name, body, id) => {
  const list = Array.isArray(body) ? body.map((one) => ({ user_id: ann.user.id, ...one })) : body;
  expect(await ann.put(at(), list)).toMatchObject({ status: 400, body: { id } });
});

test('what is not there is said so', async () => {
  expect(await ann.get(at('/nothing'))).toMatchObject({ status: 404 });
  expect(await ann.get(at('/nothing/name/at-all'))).toMatchObject({ status: 400, body: { id: 'app.preference.get.app_error' } });
});
