import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTeam } from '#identity/teams/testing.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Team } from '../wire/index.ts';
import { enableEmailInvitations } from './teams.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let team: Team;
let room: Channel;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
  team = await makeTeam(ann, 'ops');
  room = await makeChannel(ann, team, 'room', 'P');
});
afterAll(() => server?.close());

const invite = (by: Client, body: unknown, query = '') => by.post(`/api/v4/teams/${team.id}/invite/email${query}`, body);
const inviteGuest = (by: Client, emails: string[], query = '') => by.post(`/api/v4/teams/${team.id}/invite-guests/email${query}`, { emails, channels: [room.id] });

/** Without a mail server the links of invitations are kept for administrators. */
async function linkTo(email: string): Promise<URLSearchParams> {
  const mails = (await admin.get('/api/muster/v1/mails?state=kept')).body;
  const text = JSON.stringify(mails);
  const links = [...text.matchAll(/https?:[^"\\ ]*signup_user_complete[^"\\ ]*/g)].map((match) => new URL(match[0]).searchParams);
  return links.findLast((link) => JSON.parse(link.get('d')!).email === email)!;
}
const signUpBy = (link: URLSearchParams, username: string) => nobody(server).post(`/api/v4/users?t=${link.get('t')}`, { username, email: 'ignored@example.com', password: 'Test-Password-1' });

test('who is invited by mail signs up with the address that was invited, and is in the team', async () => {
  expect((await invite(ann, ['eve@example.org'])).body).toEqual({ status: 'OK' });
  const link = await linkTo('eve@example.org');
  const eve = await signUpBy(link, 'eve');
  expect(eve).toMatchObject({ status: 201, body: { email: 'eve@example.org', email_verified: true, roles: 'system_user' } });
  expect((await ann.get(`/api/v4/teams/${team.id}/members/${eve.body.id}`)).status).toBe(200);
  expect((await signUpBy(link, 'eve2')).body.id).toBe('api.user.create_user.signup_link_invalid.app_error');
});

test('a guest who is invited sees the channels of the invitation alone', async () => {
  expect((await inviteGuest(ann, ['gus@example.org'])).status).toBe(403);
  expect((await inviteGuest(admin, ['gus@example.org'])).body).toEqual({ status: 'OK' });
  const { body } = await signUpBy(await linkTo('gus@example.org'), 'gus');
  expect(body.roles).toBe('system_guest');
  const gus = await signIn(server, { email: 'gus@example.org', password: 'Test-Password-1' });
  expect((await gus.get<Channel[]>(`/api/v4/users/me/teams/${team.id}/channels`)).body.map((channel) => channel.name)).toEqual(['room']);
});

test('somebody with an account joins by the token, once', async () => {
  const bob = await signUp(server, 'bob');
  await invite(ann, { emails: ['bob@example.com'], channelIds: [room.id] });
  const token = (await linkTo('bob@example.com')).get('t');
  expect((await bob.post(`/api/v4/teams/members/invite?token=${token}`)).body).toMatchObject({ team_id: team.id, user_id: bob.user.id });
  expect((await bob.get(`/api/v4/channels/${room.id}`)).status).toBe(200);
  expect((await bob.post(`/api/v4/teams/members/invite?token=${token}`)).status).toBe(400);
});

test('gracefully each address has its own answer, otherwise the first wrong one stops all', async () => {
  expect((await invite(ann, ['good@example.org', 'bad'], '?graceful=true')).body).toMatchObject([{ email: 'good@example.org', error: null }, { email: 'bad', error: { id: 'api.team.invite_members.invalid_email.app_error' } }]);
  expect((await invite(ann, ['other@example.org', 'bad'])).status).toBe(400);
  expect(await linkTo('other@example.org')).toBeUndefined();
  const foreign = await makeChannel(admin, await makeTeam(admin, 'elsewhere'), 'far');
  expect((await invite(ann, { emails: ['x@example.org'], channelIds: [foreign.id] })).status).toBe(400);
});

test('administrators end all invitations, or switch them off', async () => {
  await invite(ann, ['late@example.org']);
  const link = await linkTo('late@example.org');
  expect((await admin.del('/api/v4/teams/invites/email')).body).toEqual({ status: 'OK' });
  expect((await signUpBy(link, 'late')).status).toBe(400);
  await server.app.settings.set(enableEmailInvitations, false);
  expect((await invite(ann, ['never@example.org'])).body).toMatchObject({ id: 'api.team.invite_members.disabled.app_error', status_code: 501 });
  await server.app.settings.set(enableEmailInvitations, true);
});
