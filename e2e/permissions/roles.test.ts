import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn, signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

const ROLES = ['guest', 'member', 'channel_admin', 'team_admin', 'outsider', 'user_manager', 'read_only_admin', 'admin'] as const;
type Role = (typeof ROLES)[number];

let server: TestServer;
let serial = 0;
const cast = {} as Record<Role, Person>;
let owner: Person;
let team: any;
let room: any;

/** A team whose room has a guest, a member and an administrator of its own; the outsider and the system's helpers are in no team. */
beforeAll(async () => {
  server = await startTestServer();
  cast.admin = await server.admin();
  owner = await signUp(server.url, 'owner');
  for (const role of ['guest', 'member', 'channel_admin', 'team_admin', 'outsider', 'user_manager', 'read_only_admin'] as const) cast[role] = await signUp(server.url, role.replace('_', '-'));
  const give = (role: Role, roles: string) => cast.admin.put(`/users/${cast[role].id}/roles`, { roles });
  await give('user_manager', 'system_user system_user_manager');
  await give('read_only_admin', 'system_user system_read_only_admin');
  team = await owner.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  room = await owner.post('/channels', { team_id: team.id, name: 'room', display_name: 'Room', type: 'O' });
  for (const role of ['guest', 'member', 'channel_admin', 'team_admin'] as const) {
    await cast.admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: cast[role].id });
    await cast.admin.post(`/channels/${room.id}/members`, { user_id: cast[role].id });
  }
  await cast.admin.post(`/users/${cast.guest.id}/demote`);
  await cast.admin.put(`/channels/${room.id}/members/${cast.channel_admin.id}/schemeRoles`, { scheme_user: true, scheme_admin: true });
  await cast.admin.put(`/teams/${team.id}/members/${cast.team_admin.id}/schemeRoles`, { scheme_user: true, scheme_admin: true });
  for (const role of ['guest', 'user_manager', 'read_only_admin'] as const) cast[role] = await logIn(server.url, cast[role].username);
});
afterAll(() => server.close());

type Act = (by: Person) => Promise<{ status: number }>;
const call = (method: string, path: (by: Person) => string | Promise<string>, body?: (by: Person) => unknown): Act => async (by) => by.call(method, await path(by), body ? { body: body(by) } : {});
const name = () => `thing-${++serial}`;
const postOf = async (who: Person): Promise<string> => (await who.post('/posts', { channel_id: room.id, message: 'words' })).id;
const newcomer = async (): Promise<Person> => {
  const person = await signUp(server.url, name());
  await owner.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: person.id });
  return person;
};
const inRoom = async (): Promise<Person> => {
  const person = await newcomer();
  await owner.post(`/channels/${room.id}/members`, { user_id: person.id });
  return person;
};

const IN_ROOM: readonly Role[] = ['guest', 'member', 'channel_admin', 'team_admin', 'admin'];
const MEMBERS: readonly Role[] = ['member', 'channel_admin', 'team_admin', 'admin'];
const CHANNEL_ADMINS: readonly Role[] = ['channel_admin', 'team_admin', 'admin'];
const TEAM_ADMINS: readonly Role[] = ['team_admin', 'admin'];
// By the protocol a user manager keeps all teams and channels up, but not accounts; who only reads sees open channels.
const keptUp = (roles: readonly Role[]): readonly Role[] => [...roles, 'user_manager'];
const ALL_BUT_GUESTS: readonly Role[] = ['member', 'channel_admin', 'team_admin', 'outsider', 'user_manager', 'read_only_admin', 'admin'];

/** What people do every day, and who of them may. Whoever is not named gets 401 or 403. */
const TABLE: readonly (readonly [string, readonly Role[], Act])[] = [
  ['read the messages of an open channel they are in', [...IN_ROOM, 'user_manager', 'read_only_admin'], call('GET', () => `/channels/${room.id}/posts`)],
  ['write a message', IN_ROOM, call('POST', () => '/posts', () => ({ channel_id: room.id, message: 'hello' }))],
  ['react to a message', IN_ROOM, async (by) => by.call('POST', '/reactions', { body: { user_id: by.id, post_id: await postOf(owner), emoji_name: 'thumbsup' } })],
  ["delete somebody else's message", TEAM_ADMINS, call('DELETE', async () => `/posts/${await postOf(owner)}`)],
  ['rename the channel', keptUp(MEMBERS), call('PUT', () => `/channels/${room.id}/patch`, () => ({ header: name() }))],
  ['add somebody to the channel', keptUp(MEMBERS), async (by) => by.call('POST', `/channels/${room.id}/members`, { body: { user_id: (await newcomer()).id } })],
  ['remove somebody from the channel', keptUp(MEMBERS), call('DELETE', async () => `/channels/${room.id}/members/${(await inRoom()).id}`)],
  ['make somebody an administrator of the channel', keptUp(CHANNEL_ADMINS), call('PUT', async () => `/channels/${room.id}/members/${(await inRoom()).id}/schemeRoles`, () => ({ scheme_user: true, scheme_admin: true }))],
  ['say what members of the channel may do', keptUp(CHANNEL_ADMINS), call('PUT', () => `/channels/${room.id}/moderations/patch`, () => [])],
  ['make a channel', MEMBERS, call('POST', () => '/channels', () => ({ team_id: team.id, name: name(), display_name: 'New', type: 'O' }))],
  ['make an open channel private', keptUp(TEAM_ADMINS), async (by) => by.call('PUT', `/channels/${(await owner.post('/channels', { team_id: team.id, name: name(), display_name: 'New', type: 'O' })).id}/privacy`, { body: { privacy: 'P' } })],
  ['invite people to the team by mail', MEMBERS, call('POST', () => `/teams/${team.id}/invite/email`, () => ['new@example.org'])],
  ['invite guests by mail', ['admin'], call('POST', () => `/teams/${team.id}/invite-guests/email`, () => ({ emails: ['new@example.org'], channels: [room.id] }))],
  ['rename the team', TEAM_ADMINS, call('PUT', () => `/teams/${team.id}/patch`, () => ({ description: name() }))],
  ['remove somebody from the team', keptUp(TEAM_ADMINS), call('DELETE', async () => `/teams/${team.id}/members/${(await newcomer()).id}`)],
  ['give the team to a scheme', ['admin'], call('PUT', () => `/teams/${team.id}/scheme`, () => ({ scheme_id: '' }))],
  ['make a team', ALL_BUT_GUESTS, call('POST', () => '/teams', () => ({ name: name(), display_name: 'New', type: 'O' }))],
  ['make a group of people', ALL_BUT_GUESTS, call('POST', () => '/groups', () => ({ name: name(), display_name: 'New', source: 'custom', allow_reference: true, user_ids: [] }))],
  ['see how much accounts are used', ['read_only_admin', 'admin'], call('GET', () => '/reports/users')],
  ['deactivate an account', ['admin'], async (by) => by.call('PUT', `/users/${(await signUp(server.url, name())).id}/active`, { body: { active: false } })],
  ['make somebody an administrator of the system', ['admin'], async (by) => by.call('PUT', `/users/${(await signUp(server.url, name())).id}/roles`, { body: { roles: 'system_user system_admin' } })],
  ['make a member a guest', ['admin'], async (by) => by.call('POST', `/users/${(await signUp(server.url, name())).id}/demote`)],
  ["change somebody else's profile", ['admin'], async (by) => by.call('PUT', `/users/${(await signUp(server.url, name())).id}/patch`, { body: { nickname: 'New' } })],
  ['read schemes', ['user_manager', 'read_only_admin', 'admin'], call('GET', () => '/schemes')],
  ['add a field to all profiles', ['admin'], async (by) => {
    const answer = await by.call('POST', '/custom_profile_attributes/fields', { body: { name: name(), type: 'text' } });
    if (answer.status === 201) await cast.admin.del(`/custom_profile_attributes/fields/${answer.body.id}`);
    return answer;
  }],
];

test.each(TABLE)('%s: %j', async (_what, allowed, act) => {
  const may: Role[] = [];
  const odd: string[] = [];
  for (const role of ROLES) {
    const { status } = await act(cast[role]);
    if (status < 400) may.push(role);
    else if (status !== 401 && status !== 403) odd.push(`${role} got ${status}`);
  }
  expect([may, odd]).toEqual([ROLES.filter((role) => allowed.includes(role)), []]);
});
