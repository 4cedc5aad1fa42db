import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Group } from '../wire/index.ts';
import { saveSyncedGroup } from './synced-groups.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let cat: Client;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob, cat] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'cat')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob, cat);
});
afterAll(() => server?.close());

const make = async (name: string, ...people: Client[]): Promise<Group> => {
  const answer = await ann.post<Group>('/api/v4/groups', { name, display_name: `Group ${name}`, source: 'custom', allow_reference: true, user_ids: people.map((one) => one.user.id) });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const synced = (name: string, ...people: Client[]) => saveSyncedGroup(server.app.systemCtx(), { source: 'ldap', remote_id: name, display_name: name, user_ids: people.map((one) => one.user.id) });
const isInTeam = async (who: Client) => (await admin.get(`/api/v4/teams/${team.id}/members/${who.user.id}`)).body.delete_at === 0;

test('people make a group, everybody hears of it and finds it', async () => {
  const hearing = await listen(server, bob);
  const group = await make('devs', ann, bob);
  expect(group).toMatchObject({ name: 'devs', source: 'custom', allow_reference: true, member_count: 2, delete_at: 0, has_syncables: false });
  const heard = (await hearing.take()).filter((frame) => frame.event !== 'status_change');
  expect(heard.map((frame) => frame.event).sort()).toEqual(['group_member_add', 'received_group']);
  expect(JSON.parse(heard.find((frame) => frame.event === 'received_group')!.data.group)).toEqual(group);
  expect((await cat.get<Group[]>('/api/v4/groups?q=dev&include_member_ids=true&filter_allow_reference=true')).body).toMatchObject([{ id: group.id, member_ids: [ann.user.id, bob.user.id].sort() }]);
  expect((await cat.post<Group[]>('/api/v4/groups/names', ['devs', 'nothing'])).body.map((one) => one.id)).toEqual([group.id]);
  expect((await bob.get<Group[]>('/api/v4/users/me/groups')).body.map((one) => one.name)).toContain('devs');
  expect((await cat.get(`/api/v4/groups/${group.id}/members`)).body).toMatchObject({ total_member_count: 2, members: [{ username: 'ann' }, { username: 'bob' }] });
  hearing.close();
});

test('a group has a name of its own', async () => {
  await make('unique');
  const asked = { display_name: 'X', source: 'custom', allow_reference: true, user_ids: [] };
  expect((await ann.post('/api/v4/groups', { ...asked, name: 'unique' })).body).toMatchObject({ id: 'app.custom_group.unique_name', status_code: 400 });
  expect((await ann.post('/api/v4/groups', { ...asked, name: 'bob' })).body).toMatchObject({ id: 'app.group.username_conflict', status_code: 400 });
  expect((await ann.post('/api/v4/groups', { ...asked, name: 'here' })).body.id).toBe('model.group.name.reserved_name.app_error');
  expect((await ann.post('/api/v4/groups', { ...asked, name: 'a b' })).body.id).toBe('model.group.name.invalid_chars.app_error');
  expect((await ann.post('/api/v4/groups', { ...asked, name: 'other', source: 'ldap' })).body.id).toBe('app.group.crud_permission');
  expect((await ann.post('/api/v4/groups', { ...asked, name: 'other', allow_reference: false })).body.id).toBe('api.custom_groups.must_be_referenceable');
  expect((await nobody(server).post('/api/v4/users', { username: 'unique', email: 'unique@example.com', password: 'Test-Password-1' })).body.id).toBe('app.user.save.groupname.app_error');
  expect((await bob.put('/api/v4/users/me/patch', { username: 'unique' })).body.id).toBe('app.user.save.groupname.app_error');
});

test('people come and go, and a group is renamed, archived and restored', async () => {
  const group = await make('movers', ann);
  expect((await bob.post(`/api/v4/groups/${group.id}/members`, { user_ids: [cat.user.id] })).body).toMatchObject([{ group_id: group.id, user_id: cat.user.id, delete_at: 0 }]);
  expect((await bob.del(`/api/v4/groups/${group.id}/members`, { user_ids: [ann.user.id] })).body).toMatchObject([{ user_id: ann.user.id }]);
  expect((await bob.put(`/api/v4/groups/${group.id}/patch`, { name: 'shakers', display_name: 'Shakers' })).body).toMatchObject({ name: 'shakers', display_name: 'Shakers', member_count: 1 });
  expect((await bob.put(`/api/v4/groups/${group.id}/patch`, { name: 'ann' })).body.id).toBe('api.ldap_groups.existing_user_name_error');
  expect((await bob.del(`/api/v4/groups/${group.id}`)).body.delete_at).toBeGreaterThan(0);
  expect((await bob.get<Group[]>('/api/v4/groups?q=shak')).body).toEqual([]);
  expect((await bob.get<Group[]>('/api/v4/groups?q=shak&filter_archived=true')).body).toHaveLength(1);
  expect((await bob.post(`/api/v4/groups/${group.id}/restore`)).body.delete_at).toBe(0);
});

test('a mention of a group reaches those of it who are in the channel, and its author learns of the others', async () => {
  const channel = await makeChannel(ann, team, 'crew');
  await addToChannel(ann, channel, bob);
  await make('crew-all', ann, bob, cat);
  await make('crew-none');
  const unread = async (who: Client) => (await who.get(`/api/v4/users/me/channels/${channel.id}/unread`)).body;
  const before = (await unread(bob)).mention_count;
  const hearing = await listen(server, ann);
  await ann.post('/api/v4/posts', { channel_id: channel.id, message: 'hello @crew-all and @crew-none' });
  await server.app.settle();
  expect((await unread(bob)).mention_count).toBe(before + 1);
  const note = (await hearing.take()).find((frame) => frame.event === 'ephemeral_message');
  expect(JSON.parse(note!.data.post).message).toContain('@cat did not get notified');
  expect(JSON.parse(note!.data.post).message).toContain('@crew-none has no members in this team');
  hearing.close();
  expect((await ann.get(`/api/v4/channels/${channel.id}/member_counts_by_group`)).body).toEqual(expect.arrayContaining([expect.objectContaining({ channel_member_count: 2 })]));
});

test('a directory decides who is in a team that only its groups fill', async () => {
  const group = await synced('staff', ann, cat);
  const link = `/api/v4/groups/${group.id}/teams/${team.id}/link`;
  expect((await bob.post(link, { auto_add: true })).status).toBe(403);
  expect((await admin.post(link, { auto_add: true, scheme_admin: false })).body).toMatchObject({ team_id: team.id, group_id: group.id, auto_add: true, type: 'Team', team_display_name: 'Team ops' });
  expect((await admin.get(`/api/v4/teams/${team.id}/members_minus_group_members?group_ids=${group.id}`)).body).toMatchObject({ total_count: 2 });
  await admin.put(`/api/v4/teams/${team.id}/patch`, { group_constrained: true });
  expect([await isInTeam(ann), await isInTeam(bob), await isInTeam(cat)]).toEqual([true, false, true]);
  expect((await admin.post(`/api/v4/teams/${team.id}/members`, { team_id: team.id, user_id: bob.user.id })).body.id).toBe('api.team.add_members.user_denied');
  await synced('staff', ann, bob);
  expect([await isInTeam(ann), await isInTeam(bob), await isInTeam(cat)]).toEqual([true, true, false]);
  expect((await admin.get(`/api/v4/teams/${team.id}/groups`)).body).toMatchObject({ total_group_count: 1, groups: [{ id: group.id, scheme_admin: false, has_syncables: true }] });
  await admin.put(`/api/v4/teams/${team.id}/patch`, { group_constrained: false });
  expect((await admin.del(link)).status).toBe(200);
  await addToTeam(admin, team, cat);
});

test('a directory fills a channel, whose team its people join too', async () => {
  const other = await makeTeam(admin, 'away');
  const channel = await makeChannel(admin, other, 'vault', 'P');
  const group = await synced('keepers', ann, bob);
  await admin.post(`/api/v4/groups/${group.id}/channels/${channel.id}/link`, { auto_add: true, scheme_admin: true });
  const members = (await admin.get(`/api/v4/channels/${channel.id}/members`)).body as { user_id: string; scheme_admin: boolean }[];
  expect(members.filter((member) => member.scheme_admin).map((member) => member.user_id).sort()).toEqual([admin.user.id, ann.user.id, bob.user.id].sort());
  await admin.put(`/api/v4/channels/${channel.id}/patch`, { group_constrained: true });
  await synced('keepers', ann);
  expect(((await ann.get(`/api/v4/channels/${channel.id}/members`)).body as { user_id: string }[]).map((member) => member.user_id)).toEqual([ann.user.id]);
  expect((await ann.get(`/api/v4/channels/${channel.id}/groups`)).body).toMatchObject({ total_group_count: 1 });
  expect((await ann.get(`/api/v4/teams/${other.id}/groups_by_channels`)).body.groups[channel.id]).toHaveLength(1);
});

test('who only keeps a channel up cannot let a group make administrators of it', async () => {
  const channel = await makeChannel(ann, team, 'mine', 'P');
  const group = await synced('climbers', bob);
  await addToChannel(ann, channel, bob);
  expect((await bob.post(`/api/v4/groups/${group.id}/channels/${channel.id}/link`, { auto_add: true, scheme_admin: true })).status).toBe(403);
  await admin.put('/api/v4/users/' + bob.user.id + '/roles', { roles: 'system_user system_user_manager' });
  expect((await bob.post(`/api/v4/groups/${group.id}/channels/${channel.id}/link`, { auto_add: true })).status).toBe(201);
  await admin.put('/api/v4/users/' + bob.user.id + '/roles', { roles: 'system_user' });
});

test('a group that everybody may change lets nobody in anywhere', async () => {
  const group = await make('sly', ann);
  expect((await admin.post(`/api/v4/groups/${group.id}/teams/${team.id}/link`, { auto_add: true })).body.id).toBe('app.group.crud_permission');
});
