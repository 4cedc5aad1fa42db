import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import type { Role } from '#identity/roles/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Scheme } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob);
});
afterAll(() => server?.close());

const roleNamed = async (name: string): Promise<Role> => (await admin.get<Role>(`/api/v4/roles/name/${name}`)).body;
const without = async (name: string, ...permissions: string[]) => {
  const role = await roleNamed(name);
  return admin.put(`/api/v4/roles/${role.id}/patch`, { permissions: role.permissions!.filter((one) => !permissions.includes(one)) });
};
const say = async (who: Client, channel: Channel) => (await who.post('/api/v4/posts', { channel_id: channel.id, message: 'hello' })).status;
const rolesIn = async (who: Client, path: string) => (await who.get(`${path}/members/${who.user.id}`)).body.roles as string;

test("a team's scheme decides what its members and those of its channels may do", async () => {
  const scheme = (await admin.post<Scheme>('/api/v4/schemes', { display_name: 'Quiet', name: 'quiet_team', scope: 'team' })).body;
  expect(scheme).toMatchObject({ scope: 'team', name: 'quiet_team', delete_at: 0 });
  expect((await roleNamed(scheme.default_channel_user_role)).permissions).toContain('create_post');
  const channel = await makeChannel(ann, team, 'quiet');
  await addToChannel(ann, channel, bob);
  const hearing = await listen(server, bob);
  expect((await admin.put(`/api/v4/teams/${team.id}/scheme`, { scheme_id: scheme.id })).body).toEqual({ status: 'OK' });
  expect((await hearing.take()).map((frame) => frame.event)).toContain('update_team_scheme');
  expect(await rolesIn(bob, `/api/v4/teams/${team.id}`)).toBe(scheme.default_team_user_role);
  expect(await rolesIn(bob, `/api/v4/channels/${channel.id}`)).toBe(scheme.default_channel_user_role);
  expect(await say(bob, channel)).toBe(201);
  await without(scheme.default_channel_user_role, 'create_post');
  expect([await say(bob, channel), await say(ann, channel)]).toEqual([403, 201]);
  await without(scheme.default_team_user_role, 'create_public_channel');
  expect((await bob.post('/api/v4/channels', { team_id: team.id, name: 'mine', display_name: 'Mine', type: 'O' })).status).toBe(403);
  expect((await admin.get<Team[]>(`/api/v4/schemes/${scheme.id}/teams`)).body.map((one) => one.id)).toEqual([team.id]);
  expect((await admin.put(`/api/v4/teams/${team.id}/members/${bob.user.id}/roles`, { roles: `${scheme.default_team_user_role} ${scheme.default_team_admin_role}` })).status).toBe(200);
  expect((await bob.get(`/api/v4/teams/${team.id}/members/me`)).body).toMatchObject({ scheme_user: true, scheme_admin: true, explicit_roles: '' });
  expect((await admin.del(`/api/v4/schemes/${scheme.id}`)).status).toBe(200);
  expect(await rolesIn(bob, `/api/v4/teams/${team.id}`)).toBe('team_user team_admin');
  expect((await admin.get<Team>(`/api/v4/teams/${team.id}`)).body.scheme_id).toBeNull();
  expect((await admin.get(`/api/v4/schemes/${scheme.id}`)).status).toBe(404);
  await admin.put(`/api/v4/teams/${team.id}/members/${bob.user.id}/schemeRoles`, { scheme_user: true, scheme_admin: false });
  hearing.close();
});

test('moderating a channel gives it roles of its own, which follow what is taken from everybody', async () => {
  const channel = await makeChannel(ann, team, 'ruled');
  await addToChannel(ann, channel, bob);
  const patch = (members: boolean) => ann.put(`/api/v4/channels/${channel.id}/moderations/patch`, [{ name: 'create_post', roles: { members } }]);
  expect((await bob.put(`/api/v4/channels/${channel.id}/moderations/patch`, [])).status).toBe(403);
  const hearing = await listen(server, bob);
  expect((await patch(false)).body[0]).toMatchObject({ name: 'create_post', roles: { members: { value: false, enabled: true } } });
  expect((await hearing.take()).map((frame) => frame.event)).toContain('channel_scheme_updated');
  const ruled = (await ann.get<Channel>(`/api/v4/channels/${channel.id}`)).body;
  const own = (await admin.get<Scheme>(`/api/v4/schemes/${ruled.scheme_id}`)).body;
  expect(await rolesIn(bob, `/api/v4/channels/${channel.id}`)).toBe(own.default_channel_user_role);
  const role = await roleNamed(own.default_channel_user_role);
  expect(role.permissions).not.toContain('create_post');
  expect(role.permissions).toContain('upload_file');
  expect([await say(bob, channel), await say(ann, channel)]).toEqual([403, 201]);
  await without('channel_user', 'upload_file');
  expect((await roleNamed(own.default_channel_user_role)).permissions).not.toContain('upload_file');
  await patch(true);
  expect((await ann.get<Channel>(`/api/v4/channels/${channel.id}`)).body.scheme_id).toBeNull();
  expect(await rolesIn(bob, `/api/v4/channels/${channel.id}`)).toBe('channel_user');
  expect(await say(bob, channel)).toBe(201);
  hearing.close();
});

test('a scheme of channels is given by administrators only, and to channels only', async () => {
  const scheme = (await admin.post<Scheme>('/api/v4/schemes', { display_name: 'News', scope: 'channel' })).body;
  const channel = await makeChannel(ann, team, 'news');
  const give = (by: Client) => by.put(`/api/v4/channels/${channel.id}/scheme`, { scheme_id: scheme.id });
  expect((await give(ann)).status).toBe(403);
  expect((await give(admin)).body).toEqual({ status: 'OK' });
  expect((await admin.get<Channel[]>(`/api/v4/schemes/${scheme.id}/channels`)).body.map((one) => one.id)).toEqual([channel.id]);
  expect((await admin.put(`/api/v4/teams/${team.id}/scheme`, { scheme_id: scheme.id })).status).toBe(400);
  expect((await admin.post('/api/v4/schemes', { display_name: '', scope: 'team' })).status).toBe(400);
  expect((await admin.post('/api/v4/schemes', { display_name: 'X', scope: 'world' })).status).toBe(400);
  expect((await admin.get<Scheme[]>('/api/v4/schemes?scope=channel')).body.map((one) => one.id)).toContain(scheme.id);
  expect((await admin.put<Scheme>(`/api/v4/schemes/${scheme.id}/patch`, { display_name: 'Newer' })).body.display_name).toBe('Newer');
});
