import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { createUser } from '#identity/users/server/feature.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '../testing.ts';
import type { Channel, ChannelMember } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let owner: Client;
let member: Client;
let mate: Client;
let stranger: Client;
let guest: Client;
let gone: Client;
let team: Team;
let open: Channel;
let closed: Channel;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [owner, member, mate, stranger, guest, gone] = (await Promise.all(['owner', 'member', 'mate', 'stranger', 'guest', 'gone'].map((name) => signUp(server, name)))) as [Client, Client, Client, Client, Client, Client];
  team = await makeTeam(owner, 'ops');
  await addToTeam(owner, team, member, mate, guest, gone);
  open = await makeChannel(owner, team, 'open');
  closed = await makeChannel(owner, team, 'closed', 'P');
  await addToChannel(owner, open, member, gone);
  await addToChannel(owner, closed, member, guest, gone);
  await admin.post(`/api/v4/users/${guest.user.id}/demote`);
  await admin.put(`/api/v4/users/${gone.user.id}/active`, { active: false });
});
afterAll(() => server?.close());

const at = (channel: Channel, path = '') => `/api/v4/channels/${channel.id}${path}`;
const reads = ['', '/stats', '/members', '/members/me', '/timezones', '/member_counts_by_group'];
const writes: [string, string, unknown?][] = [
  ['PUT', '/patch', { header: 'x' }],
  ['PUT', '', { header: 'x' }],
  ['PUT', '/privacy', { privacy: 'O' }],
  ['POST', '/restore'],
  ['POST', '/move', { team_id: 'a'.repeat(26) }],
  ['DELETE', ''],
];

describe('who sees a channel', () => {
  test('nobody without a session, and no deactivated person', async () => {
    for (const path of reads) expect([path, (await nobody(server).get(at(open, path))).status]).toEqual([path, 401]);
    for (const [method, path, body] of writes) expect([path, (await nobody(server).call(method, at(open, path), body)).status]).toEqual([path, 401]);
    expect((await gone.get(at(open))).status).toBe(401);
  });

  test('people of the team see public channels, others see none', async () => {
    expect(await mate.get(at(open))).toMatchObject({ status: 200 });
    expect(await mate.get(at(closed))).toMatchObject({ status: 403 });
    for (const path of reads) expect([path, (await stranger.get(at(open, path))).status]).toEqual([path, 403]);
    expect(await stranger.get(`/api/v4/teams/${team.id}/channels`)).toMatchObject({ status: 403 });
  });

  test('a private channel looks to others like one that does not exist', async () => {
    expect(await mate.get(`/api/v4/teams/${team.id}/channels/name/closed`)).toMatchObject({ status: 404 });
    expect(await member.get(`/api/v4/teams/${team.id}/channels/name/closed`)).toMatchObject({ status: 200 });
    expect((await mate.post<Channel[]>(`/api/v4/teams/${team.id}/channels/search`, { term: 'closed' })).body).toEqual([]);
    expect((await mate.get<Channel[]>(`/api/v4/teams/${team.id}/channels/autocomplete?name=closed`)).body).toEqual([]);
    expect((await member.get<Channel[]>(`/api/v4/teams/${team.id}/channels/autocomplete?name=closed`)).body).toMatchObject([{ id: closed.id }]);
    expect((await mate.post<Channel[]>('/api/v4/channels/search?system_console=false', { term: 'closed' })).body).toEqual([]);
  });

  test('guests see only the channels they are in', async () => {
    expect(await guest.get(at(closed))).toMatchObject({ status: 200 });
    expect(await guest.get(at(open))).toMatchObject({ status: 403 });
    expect(await guest.post(at(open, '/members'), { user_id: guest.user.id })).toMatchObject({ status: 403 });
    expect(await guest.post('/api/v4/channels', { team_id: team.id, name: 'by-guest', display_name: 'x', type: 'O' })).toMatchObject({ status: 403 });
    const { body } = await guest.get<Channel[]>(`/api/v4/users/me/teams/${team.id}/channels`);
    expect(body.map((c) => c.name)).toContain('closed');
    expect((await guest.get<ChannelMember>(at(closed, '/members/me'))).body).toMatchObject({ roles: 'channel_guest', scheme_guest: true });
  });

  test('a guest who becomes a member comes into the default channels', async () => {
    const rising = await signUp(server, 'rising');
    await addToTeam(owner, team, rising);
    await addToChannel(owner, closed, rising);
    const square = (await owner.get<Channel>(`/api/v4/teams/${team.id}/channels/name/town-square`)).body;
    await admin.post(`/api/v4/users/${rising.user.id}/demote`);
    expect(await admin.del(at(square, `/members/${rising.user.id}`))).toMatchObject({ status: 200 });
    expect(await admin.get(at(square, `/members/${rising.user.id}`))).toMatchObject({ status: 404 });
    expect(await admin.post(`/api/v4/users/${rising.user.id}/promote`)).toMatchObject({ status: 200 });
    const again = await signIn(server, { email: rising.user.email, password: 'Test-Password-1' });
    expect((await again.get<ChannelMember>(at(closed, '/members/me'))).body).toMatchObject({ roles: 'channel_user', scheme_guest: false });
    expect(await again.get(at(square, '/members/me'))).toMatchObject({ status: 200 });
  });

  test('when others have read it nobody is told', async () => {
    const { body } = await owner.get<ChannelMember>(at(open, `/members/${member.user.id}`));
    expect(body).toMatchObject({ last_viewed_at: -1, last_update_at: -1 });
  });
});

describe('who changes a channel', () => {
  test('nobody from outside of it', async () => {
    for (const who of [stranger, mate, guest]) for (const [method, path, body] of writes) expect([who.user.username, method, path, (await who.call(method, at(who === guest ? open : closed, path), body)).status]).toEqual([who.user.username, method, path, 403]);
  });

  test('its members change its texts, its administrators its roles, those who manage the team its privacy', async () => {
    expect(await member.put(at(open, '/patch'), { header: 'hello' })).toMatchObject({ status: 200, body: { header: 'hello' } });
    expect(await member.put(at(open, '/privacy'), { privacy: 'P' })).toMatchObject({ status: 403 });
    expect(await member.put(at(open, `/members/${member.user.id}/roles`), { roles: 'channel_user channel_admin' })).toMatchObject({ status: 403 });
    expect(await owner.put(at(open, `/members/${member.user.id}/schemeRoles`), { scheme_admin: true, scheme_user: true })).toMatchObject({ status: 200 });
    expect((await member.get<ChannelMember>(at(open, '/members/me'))).body.roles).toBe('channel_user channel_admin');
    expect(await owner.put(at(open, `/members/${member.user.id}/roles`), { roles: 'channel_user system_admin' })).toMatchObject({ status: 400 });
  });

  test('nobody changes how somebody else is notified or what somebody else has read', async () => {
    expect(await mate.put(at(open, `/members/${member.user.id}/notify_props`), { desktop: 'none' })).toMatchObject({ status: 403 });
    expect(await mate.post(`/api/v4/channels/members/${member.user.id}/view`, { channel_id: open.id })).toMatchObject({ status: 403 });
    expect(await mate.get(`/api/v4/users/${member.user.id}/channels/${open.id}/unread`)).toMatchObject({ status: 403 });
  });

  test('Town Square can be neither left, archived, renamed nor closed', async () => {
    const { body: square } = await owner.get<Channel>(`/api/v4/teams/${team.id}/channels/name/town-square`);
    expect(await member.del(at(square, `/members/${member.user.id}`))).toMatchObject({ status: 400 });
    expect(await admin.del(at(square))).toMatchObject({ status: 400 });
    expect(await owner.put(at(square, '/patch'), { name: 'other' })).toMatchObject({ status: 400 });
    expect(await owner.put(at(square, '/privacy'), { privacy: 'P' })).toMatchObject({ status: 400 });
  });

  test('an archived channel is not changed or joined until it is restored', async () => {
    const old = await makeChannel(owner, team, 'old');
    expect(await owner.del(at(old))).toMatchObject({ status: 200 });
    expect(await owner.del(at(old))).toMatchObject({ status: 400 });
    expect(await owner.put(at(old, '/patch'), { header: 'x' })).toMatchObject({ status: 400 });
    expect(await member.post(at(old, '/members'), { user_id: member.user.id })).toMatchObject({ status: 400 });
    expect(await owner.post('/api/v4/channels', { team_id: team.id, name: 'old', display_name: 'x', type: 'O' })).toMatchObject({ status: 400 });
    expect((await owner.get<Channel[]>(`/api/v4/teams/${team.id}/channels/deleted`)).body).toMatchObject([{ id: old.id }]);
    expect(await owner.post(at(old, '/restore'))).toMatchObject({ status: 200, body: { delete_at: 0 } });
  });

  test('a channel that is renamed is found by its new name alone', async () => {
    const named = await makeChannel(owner, team, 'first-name');
    await owner.get(`/api/v4/teams/${team.id}/channels/name/first-name`);
    expect(await owner.put(at(named, '/patch'), { name: 'second-name' })).toMatchObject({ status: 200 });
    expect(await owner.get(`/api/v4/teams/${team.id}/channels/name/first-name`)).toMatchObject({ status: 404 });
    expect(await owner.get(`/api/v4/teams/${team.id}/channels/name/second-name`)).toMatchObject({ status: 200, body: { id: named.id } });
    expect(await owner.put(at(named, '/patch'), { name: 'open' })).toMatchObject({ status: 400, body: { id: 'store.sql_channel.update.exists.app_error' } });
  });
});

describe('members', () => {
  test('come only from the team', async () => {
    expect(await owner.post(at(open, '/members'), { user_id: stranger.user.id })).toMatchObject({ status: 404, body: { id: 'app.team.get_member.missing.app_error' } });
    expect(await owner.post(at(open, '/members'), { user_ids: [stranger.user.id, mate.user.id] })).toMatchObject({ status: 201, body: [{ user_id: mate.user.id }] });
    expect(await mate.del(at(open, `/members/${mate.user.id}`))).toMatchObject({ status: 200 });
  });

  test('who leaves the team leaves its channels and comes back to the default ones alone', async () => {
    const leaver = await signUp(server, 'leaver');
    await addToTeam(owner, team, leaver);
    await addToChannel(owner, closed, leaver);
    expect(await leaver.del(`/api/v4/teams/${team.id}/members/${leaver.user.id}`)).toMatchObject({ status: 200 });
    expect(await leaver.get(at(closed))).toMatchObject({ status: 403 });
    await addToTeam(owner, team, leaver);
    expect((await leaver.get<Channel[]>(`/api/v4/users/me/teams/${team.id}/channels`)).body.map((c) => c.name)).toEqual(['off-topic', 'town-square']);
  });

  test('are counted as they come, go and are deactivated', async () => {
    const counted = await makeChannel(owner, team, 'counted');
    const count = async () => (await owner.get(at(counted, '/stats'))).body.member_count;
    const visitor = await signUp(server, 'visitor');
    await addToTeam(owner, team, visitor);
    expect(await count()).toBe(1);
    await addToChannel(owner, counted, member, visitor);
    expect(await count()).toBe(3);
    expect(await member.del(at(counted, `/members/${member.user.id}`))).toMatchObject({ status: 200 });
    expect(await count()).toBe(2);
    await admin.put(`/api/v4/users/${visitor.user.id}/active`, { active: false });
    await server.app.settle();
    expect(await count()).toBe(1);
    expect((await owner.post('/api/v4/channels/stats/member_count', [counted.id])).body).toEqual({ [counted.id]: 1 });
  });

  test('bots are added like people', async () => {
    const bot = await createUser(server.app.systemCtx(), { username: 'helper', email: 'helper@localhost', is_bot: true, roles: 'system_user' });
    await owner.post(`/api/v4/teams/${team.id}/members`, { user_id: bot.id });
    expect(await owner.post(at(closed, '/members'), { user_id: bot.id })).toMatchObject({ status: 201, body: { roles: 'channel_user' } });
  });
});

describe('moderation', () => {
  test('takes from members and guests what their roles allow, and gives it back', async () => {
    const room = await makeChannel(owner, team, 'moderated', 'P');
    await addToChannel(owner, room, member, guest);
    const say = async (who: Client) => (await who.post('/api/v4/posts', { channel_id: room.id, message: 'hello' })).status;
    const patch = (roles: object) => admin.put(at(room, '/moderations/patch'), [{ name: 'create_post', roles }]);
    expect(await member.put(at(room, '/moderations/patch'), [])).toMatchObject({ status: 403 });
    expect(await member.get(at(room, '/moderations'))).toMatchObject({ status: 403 });
    expect(await patch({ members: false })).toMatchObject({ status: 200, body: [{ name: 'create_post', roles: { members: { value: false, enabled: true }, guests: { value: true, enabled: true } } }, {}, { name: 'manage_members', roles: { guests: null } }, {}, {}] });
    expect(await Promise.all([owner, member, guest].map(say))).toEqual([201, 403, 201]);
    await patch({ members: true, guests: false });
    expect(await Promise.all([owner, member, guest].map(say))).toEqual([201, 201, 403]);
    expect(await admin.put(at(room, '/moderations/patch'), [{ name: 'manage_system', roles: { members: true } }])).toMatchObject({ status: 400 });
  });
});

describe('direct and group channels', () => {
  test('there is one for each pair and each group, whoever opens it first', async () => {
    const ids = [owner.user.id, member.user.id];
    const opened = await Promise.all([owner, member, owner, member].map((who) => who.post<Channel>('/api/v4/channels/direct', ids)));
    expect(new Set(opened.map((a) => `${a.status} ${a.body.id}`)).size).toBe(1);
    const group = await Promise.all([owner, member].map((who) => who.post<Channel>('/api/v4/channels/group', [...ids, mate.user.id])));
    expect(group[0]!.body).toMatchObject({ id: group[1]!.body.id, type: 'G', display_name: 'mate, member, owner' });
  });

  test('belong to their people alone', async () => {
    const { body: direct } = await owner.post<Channel>('/api/v4/channels/direct', [owner.user.id, member.user.id]);
    for (const path of reads) expect([path, (await mate.get(at(direct, path))).status]).toEqual([path, 403]);
    expect(await mate.post('/api/v4/channels/direct', [owner.user.id, member.user.id])).toMatchObject({ status: 403 });
    expect(await owner.post(at(direct, '/members'), { user_id: mate.user.id })).toMatchObject({ status: 400 });
    expect(await owner.del(at(direct, `/members/${owner.user.id}`))).toMatchObject({ status: 400 });
    expect(await owner.del(at(direct))).toMatchObject({ status: 400 });
    expect(await owner.put(at(direct, '/patch'), { display_name: 'x' })).toMatchObject({ status: 400 });
    expect(await owner.put(at(direct, '/patch'), { header: 'our talk' })).toMatchObject({ status: 200, body: { header: 'our talk' } });
  });

  test('people who do not exist, too few or too many are refused', async () => {
    expect(await owner.post('/api/v4/channels/direct', [owner.user.id, 'a'.repeat(26)])).toMatchObject({ status: 400 });
    expect(await owner.post('/api/v4/channels/direct', [])).toMatchObject({ status: 400 });
    expect(await owner.post('/api/v4/channels/group', [member.user.id])).toMatchObject({ status: 400, body: { id: 'api.channel.create_group.bad_size.app_error' } });
  });

  test('are found by the names of their people', async () => {
    expect((await owner.get<Channel[]>(`/api/v4/teams/${team.id}/channels/search_autocomplete?name=memb`)).body.map((c) => c.display_name)).toEqual(['mate, member, owner', 'member']);
    expect((await owner.post<Channel[]>('/api/v4/channels/group/search', { term: 'mat own' })).body).toHaveLength(1);
    expect((await stranger.post<Channel[]>('/api/v4/channels/group/search', { term: 'mate' })).body).toEqual([]);
  });
});
