import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import type { ProfileField } from '../wire/index.ts';

const FIELDS = '/api/v4/custom_profile_attributes/fields';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
});
afterAll(() => server?.close());

const add = async (name: string, type: string, attrs: object = {}): Promise<ProfileField> => (await admin.post<ProfileField>(FIELDS, { name, type, attrs })).body;
const fill = (by: Client, values: object, who = 'me') => by.call('PATCH', who === 'me' ? '/api/v4/custom_profile_attributes/values' : `/api/v4/users/${who}/custom_profile_attributes`, values);
const valuesOf = async (by: Client, who: Client) => (await by.get(`/api/v4/users/${who.user.id}/custom_profile_attributes`)).body;

test('people fill the fields that administrators add, and everybody hears of it', async () => {
  const socket = await openSocket(server, bob.token);
  expect((await ann.post(FIELDS, { name: 'Desk', type: 'text' })).status).toBe(403);
  const desk = await add('Desk', 'text');
  const site = await add('Site', 'select', { options: [{ name: 'Oslo' }, { name: 'Rome', color: '#fff' }] });
  expect(site.attrs).toMatchObject({ visibility: 'when_set', options: [{ name: 'Oslo', id: expect.stringMatching(/^[a-z0-9]{26}$/) }, { name: 'Rome' }] });
  expect((await ann.get<ProfileField[]>(FIELDS)).body.map((field) => field.name)).toEqual(['Desk', 'Site']);
  const rome = site.attrs.options![1]!.id;
  expect((await fill(ann, { [desk.id]: ' 4.12 ', [site.id]: rome })).body).toEqual({ [desk.id]: '4.12', [site.id]: rome });
  expect(await valuesOf(bob, ann)).toEqual({ [desk.id]: '4.12', [site.id]: rome });
  await socket.ask('ping');
  expect(socket.heard.find((frame) => frame.event === 'custom_profile_attributes_values_updated')?.data).toEqual({ user_id: ann.user.id, values: { [desk.id]: '4.12', [site.id]: rome } });
  expect((await fill(ann, { [site.id]: 'x'.repeat(26) })).status).toBe(422);
  expect((await fill(ann, { [desk.id]: 7 })).status).toBe(422);
  expect((await fill(ann, { ['x'.repeat(26)]: 'y' })).status).toBe(404);
  expect((await fill(bob, { [desk.id]: 'mine' }, ann.user.id)).status).toBe(403);
  await fill(ann, { [desk.id]: '' });
  expect(await valuesOf(bob, ann)).toEqual({ [site.id]: rome });
  socket.close();
});

test('what administrators manage or hide is theirs', async () => {
  const level = await add('Level', 'text', { managed: 'admin', visibility: 'hidden' });
  expect((await fill(ann, { [level.id]: '9' })).body.id).toBe('app.custom_profile_attributes.property_field_is_managed.app_error');
  expect((await fill(admin, { [level.id]: '3' }, ann.user.id)).status).toBe(200);
  expect((await valuesOf(bob, ann))[level.id]).toBeUndefined();
  expect((await valuesOf(ann, ann))[level.id]).toBe('3');
});

test('another type empties a field, and a deleted one is gone', async () => {
  const field = await add('Mail', 'text', { value_type: 'email' });
  expect((await fill(ann, { [field.id]: 'no address' })).status).toBe(422);
  await fill(ann, { [field.id]: 'ann@example.org' });
  expect((await admin.call('PATCH', `${FIELDS}/${field.id}`, { type: 'date', name: 'Birthday' })).body).toMatchObject({ name: 'Birthday', type: 'date' });
  expect((await valuesOf(ann, ann))[field.id]).toBeUndefined();
  expect((await fill(ann, { [field.id]: '2026-02-31x' })).status).toBe(422);
  expect((await admin.post(FIELDS, { name: 'birthday', type: 'text' })).status).toBe(422);
  expect((await admin.call('PATCH', `${FIELDS}/${field.id}`, { attrs: { visibility: 'loud' } })).status).toBe(422);
  expect((await admin.del(`${FIELDS}/${field.id}`)).body).toEqual({ status: 'OK' });
  expect((await admin.del(`${FIELDS}/${field.id}`)).status).toBe(404);
});
