import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createUser } from '#identity/users/server/feature.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToTeam, makeTeam } from '../testing.ts';
import type { Team } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let owner: Client;
let member: Client;
let stranger: Client;
let guest: Client;
let gone: Client;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [owner, member, stranger, guest, gone] = (await Promise.all(['owner', 'member', 'stranger', 'guest', 'gone'].map((name) => signUp(server, name)))) as [Client, Client, Client, Client, Client];
  team = await makeTeam(owner, 'closed', { allow_open_invite: false, type: 'I' });
  await addToTeam(owner, team, member, guest, gone);
  await admin.post(`/api/v4/users/${guest.user.id}/demote`);
  await admin.put(`/api/v4/users/${gone.user.id}/active`, { active: false });
});
afterAll(() => server?.close());

const at = (path: string) => `/api/v4/teams${path}`;

describe('a team', () => {
  test('makes its maker its administrator', async () => {
    const { body } = await owner.get(at(`/${team.id}/members/${owner.user.id}`));
    expect(body).toMatchObject({ roles: 'team_user team_admin', scheme_admin: true });
  });

  test('shows its invitation to those who may invite and its address only to those who manage it', async () => {
    expect((await owner.get(at(`/${team.id}`))).body).toMatchObject({ email: owner.user.email, invite_id: team.invite_id });
    expect((await member.get(at(`/${team.id}`))).body).toMatchObject({ email: '', invite_id: team.invite_id });
    const open = await makeTeam(owner, 'open-one');
    expect((await stranger.get(at(`/${open.id}`))).body).toMatchObject({ email: '', invite_id: '' });
  });

  test('can be joined with its invitation, which ends when a new one is made', async () => {
    const invited = await makeTeam(owner, 'by-invitation', { allow_open_invite: false });
    const { body } = await owner.post<Team>(at(`/${invited.id}/regenerate_invite_id`));
    expect(await stranger.post(at(`/members/invite?invite_id=${invited.invite_id}`))).toMatchObject({ status: 404 });
    expect(await stranger.post(at(`/members/invite?invite_id=${body.invite_id}`))).toMatchObject({ status: 201, body: { user_id: stranger.user.id } });
    expect(await guest.post(at(`/members/invite?invite_id=${body.invite_id}`))).toMatchObject({ status: 403 });
  });

  test('takes only people of its allowed domains', async () => {
    expect(await owner.post(at(''), { name: 'foreign', display_name: 'x', type: 'O', allowed_domains: 'example.org' })).toMatchObject({ status: 400, body: { id: 'api.team.is_team_creation_allowed.domain.app_error' } });
    const own = await makeTeam(owner, 'own-domain', { allowed_domains: '@example.com, example.org' });
    await addToTeam(owner, own, member);
    await owner.put(at(`/${own.id}/patch`), { allowed_domains: 'example.org' });
    expect(await owner.post(at(`/${own.id}/members`), { user_id: stranger.user.id })).toMatchObject({ status: 400, body: { id: 'api.team.join_user_to_team.allowed_domains.app_error' } });
  });

  test('keeps its memberships when it is archived and brings them back', async () => {
    const short = await makeTeam(owner, 'short-lived');
    expect(await owner.del(at(`/${short.id}`))).toMatchObject({ status: 200 });
    expect((await owner.get<Team[]>('/api/v4/users/me/teams')).body.map((t) => t.id)).not.toContain(short.id);
    expect(await owner.post(at(`/${short.id}/restore`))).toMatchObject({ status: 200, body: { delete_at: 0 } });
    expect((await owner.get<Team[]>('/api/v4/users/me/teams')).body.map((t) => t.id)).toContain(short.id);
  });

  test('refuses bad names', async () => {
    for (const [name, id] of [['api', 'reserved'], ['Ops Team!', 'characters'], ['a', 'characters'], ['x'.repeat(65), 'url']]) {
      expect(await owner.post(at(''), { name, display_name: 'x', type: 'O' })).toMatchObject({ status: 400, body: { id: `model.team.is_valid.${id}.app_error` } });
    }
  });

  test('has a picture that is made square and can be removed', async () => {
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    expect(await upload(owner, dot)).toBe(200);
    const picture = await fetch(`${server.url}${at(`/${team.id}/image`)}`, { headers: { authorization: `Bearer ${owner.token}` } });
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await upload(member, dot)).toBe(403);
    expect(await upload(owner, Buffer.from('<svg onload="alert(1)">'))).toBe(400);
    expect(await owner.del(at(`/${team.id}/image`))).toMatchObject({ status: 200 });
    expect(await owner.get(at(`/${team.id}/image`))).toMatchObject({ status: 404 });
  });
});

async function upload(by: Client, bytes: Buffer): Promise<number> {
  const form = new FormData();
  form.append('image', new Blob([new Uint8Array(bytes)]), 'dot.png');
  return (await fetch(`${server.url}${at(`/${team.id}/image`)}`, { method: 'POST', headers: { authorization: `Bearer ${by.token}` }, body: form })).status;
}

describe('who may do what in a team', () => {
  const writes: [string, string, unknown?][] = [
    ['PUT', '/patch', { description: 'x' }],
    ['PUT', '/privacy', { privacy: 'O' }],
    ['POST', '/regenerate_invite_id'],
    ['DELETE', '/image'],
    ['DELETE', ''],
    ['POST', '/restore'],
  ];
  const reads = ['', '/stats', '/members'];

  test('nobody without a session sees or changes anything', async () => {
    for (const [method, path, body] of writes) expect([path, (await nobody(server).call(method, at(`/${team.id}${path}`), body)).status]).toEqual([path, 401]);
    for (const path of reads) expect([path, (await nobody(server).get(at(`/${team.id}${path}`))).status]).toEqual([path, 401]);
  });

  test('a deactivated person has no session any more', async () => {
    for (const path of reads) expect((await gone.get(at(`/${team.id}${path}`))).status).toBe(401);
  });

  test('people outside a closed team neither see nor change it', async () => {
    for (const [method, path, body] of writes) expect([path, (await stranger.call(method, at(`/${team.id}${path}`), body)).status]).toEqual([path, 403]);
    for (const path of reads) expect([path, (await stranger.get(at(`/${team.id}${path}`))).status]).toEqual([path, 403]);
    expect(await stranger.post(at(`/${team.id}/members`), { user_id: stranger.user.id })).toMatchObject({ status: 403 });
    expect((await stranger.get(at('/name/closed/exists'))).body).toEqual({ exists: false });
  });

  test('members see it, add others and leave, but change nothing of it', async () => {
    for (const [method, path, body] of writes) expect([path, (await member.call(method, at(`/${team.id}${path}`), body)).status]).toEqual([path, 403]);
    for (const path of reads) expect([path, (await member.get(at(`/${team.id}${path}`))).status]).toEqual([path, 200]);
    expect(await member.put(at(`/${team.id}/members/${member.user.id}/schemeRoles`), { scheme_admin: true, scheme_user: true })).toMatchObject({ status: 403 });
    expect(await member.del(at(`/${team.id}/members/${owner.user.id}`))).toMatchObject({ status: 403 });
    const late = await signUp(server, 'late');
    expect(await member.post(at(`/${team.id}/members`), { user_id: late.user.id })).toMatchObject({ status: 201 });
    expect(await late.del(at(`/${team.id}/members/${late.user.id}`))).toMatchObject({ status: 200 });
    expect(await late.get(at(`/${team.id}`))).toMatchObject({ status: 403 });
  });

  test('guests see the team and only people of their own channels', async () => {
    expect(await guest.get(at(`/${team.id}`))).toMatchObject({ status: 200, body: { invite_id: '' } });
    expect(await guest.post(at(`/${team.id}/members`), { user_id: stranger.user.id })).toMatchObject({ status: 403 });
    expect(await guest.post(at(''), { name: 'by-guest', display_name: 'x', type: 'O' })).toMatchObject({ status: 403 });
  });

  test('bots are ordinary members', async () => {
    const bot = await createUser(server.app.systemCtx(), { username: 'helper', email: 'helper@localhost', is_bot: true, roles: 'system_user' });
    expect(await owner.post(at(`/${team.id}/members`), { user_id: bot.id })).toMatchObject({ status: 201, body: { roles: 'team_user' } });
  });

  test('a role of the system cannot be given in a team', async () => {
    for (const roles of ['team_user system_admin', 'team_user no_such_role', 'team_guest']) expect(await owner.put(at(`/${team.id}/members/${member.user.id}/roles`), { roles })).toMatchObject({ status: 400 });
  });
});

describe('adding many people', () => {
  test('answers in the order given, and gracefully for those that cannot be added', async () => {
    const crew = await makeTeam(owner, 'crew');
    const people = await Promise.all(['aa1', 'bb2', 'cc3'].map((name) => signUp(server, name)));
    const members = people.map(({ user }) => ({ team_id: crew.id, user_id: user.id }));
    const { status, body } = await owner.post(at(`/${crew.id}/members/batch`), members);
    expect([status, body.map((m: { user_id: string }) => m.user_id)]).toEqual([201, members.map((m) => m.user_id)]);
    const missing = { team_id: crew.id, user_id: 'a'.repeat(26) };
    expect(await owner.post(at(`/${crew.id}/members/batch`), [missing])).toMatchObject({ status: 404 });
    const graceful = await owner.post(at(`/${crew.id}/members/batch?graceful=true`), [members[0], missing]);
    expect(graceful).toMatchObject({ status: 201, body: [{ error: null }, { member: null, error: { status_code: 404 } }] });
  });
});
