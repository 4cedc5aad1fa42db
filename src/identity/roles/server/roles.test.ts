import { afterAll, beforeAll, expect, test } from 'vitest';
import { features } from '#features';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import type { Role } from '../wire/index.ts';
import { startRoles } from './roles.table.ts';

const trains = defineFeature({ name: 'trains', area: 'integrations', summary: 'Has a permission of its own.', permissions: [{ id: 'stop_train', scope: 'system', summary: 'Stop the train.', default_roles: ['system_admin', 'system_user'] }] });

let server: TestServer;
let admin: Client;
let ann: Client;
const role = async (name: string) => (await admin.get<Role>(`/api/v4/roles/name/${name}`)).body;
const patch = (by: Client, id: string, body: object) => by.put(`/api/v4/roles/${id}/patch`, body);

beforeAll(async () => {
  server = await startTestServer({ features: [...features, trains] });
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
});
afterAll(() => server?.close());

test('roles are found by name and id, unknown ones are not', async () => {
  const user = await role('system_user');
  expect(user).toMatchObject({ built_in: true, scheme_managed: true, delete_at: 0 });
  expect((await ann.get(`/api/v4/roles/${user.id}`)).body).toEqual(user);
  expect((await ann.post<Role[]>('/api/v4/roles/names', ['team_user', 'no_such_role'])).body.map((one) => one.name)).toEqual(['team_user']);
  expect(await ann.get('/api/v4/roles/name/no_such_role')).toMatchObject({ status: 404 });
  expect(await ann.get('/api/v4/roles/name/No-Role')).toMatchObject({ status: 400 });
  expect(await ann.post('/api/v4/roles/names', [])).toMatchObject({ status: 400 });
  expect(await ann.post('/api/v4/roles/names', Array.from({ length: 101 }, (_, i) => `r${i}`))).toMatchObject({ status: 400 });
  expect(await ann.get('/api/v4/roles')).toMatchObject({ status: 403 });
});

test('a change counts at once for everybody and is told to all', async () => {
  const user = await role('system_user');
  const socket = await openSocket(server, ann.token);
  expect(await ann.get('/api/v4/audits')).toMatchObject({ status: 403 });
  await patch(admin, user.id, { permissions: [...user.permissions!, 'read_audits'] });
  expect(await ann.get('/api/v4/audits')).toMatchObject({ status: 200 });
  expect(JSON.parse((await socket.untilEvent('role_updated')).data.role)).toMatchObject({ id: user.id });
  await patch(admin, user.id, { permissions: user.permissions });
  expect(await ann.get('/api/v4/audits')).toMatchObject({ status: 403 });
  socket.close();
});

test('only who may do anything can make others like that', async () => {
  const manager = await signUp(server, 'manager');
  const own = await role('system_manager');
  await patch(admin, own.id, { permissions: [...own.permissions!, 'sysconsole_write_user_management_permissions', 'sysconsole_write_user_management_system_roles'] });
  await admin.put(`/api/v4/users/${manager.user.id}/roles`, { roles: 'system_user system_manager' });
  const team = await role('team_user');
  expect(await patch(manager, team.id, { permissions: team.permissions })).toMatchObject({ status: 200 });
  expect(await patch(manager, team.id, { permissions: ['manage_system'] })).toMatchObject({ status: 403 });
  expect(await patch(manager, (await role('system_admin')).id, { permissions: [] })).toMatchObject({ status: 403 });
  expect(await patch(ann, team.id, { permissions: [] })).toMatchObject({ status: 403 });
  expect(await patch(admin, team.id, { permissions: 'all' })).toMatchObject({ status: 400 });
  expect(await patch(admin, team.id, { permissions: ['<script>'] })).toMatchObject({ status: 400 });
});

test("a feature's permission is given to its default roles once, so that it can be taken away", async () => {
  const user = await role('system_user');
  expect(user.permissions).toContain('stop_train');
  await patch(admin, user.id, { permissions: user.permissions!.filter((id) => id !== 'stop_train') });
  await startRoles(server.app);
  expect((await role('system_user')).permissions).not.toContain('stop_train');
  expect((await role('system_admin')).permissions).toContain('stop_train');
});
