import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '../testing.ts';
import type { Channel } from '../wire/index.ts';
import { notifyPropsOf } from './channel-notify.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: Team;
let channel: Channel;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = await makeTeam(admin, 'notes');
  await addToTeam(admin, team, ann, bob);
});
afterAll(() => server?.close());
beforeEach(async () => {
  channel = await makeChannel(admin, team, `c${count++}`);
  await addToChannel(admin, channel, ann);
});

const members = async () => {
  await server.app.settle();
  return notifyPropsOf(server.app, channel.id);
};
const notify = (who: Client, props: object) => who.put(`/api/v4/channels/${channel.id}/members/${who.user.id}/notify_props`, props);

test('everybody of the channel is in it, and the same map is given until something changes', async () => {
  const first = await members();
  expect([...first.keys()].sort()).toEqual([admin.user.id, ann.user.id].sort());
  expect(await members()).toBe(first);
  await addToChannel(admin, channel, bob);
  const second = await members();
  expect(second.has(bob.user.id)).toBe(true);
  expect(first.has(bob.user.id)).toBe(false);
  await bob.del(`/api/v4/channels/${channel.id}/members/${bob.user.id}`);
  expect((await members()).has(bob.user.id)).toBe(false);
});

test('it follows names, keywords and wishes of the members', async () => {
  expect((await members()).get(ann.user.id)).toMatchObject({ username: 'ann', first_name: '', mention_keys: [], channel_wide: true, is_bot: false, is_active: true });
  await ann.put('/api/v4/users/me/patch', { first_name: 'Ann', notify_props: { ...ann.user.notify_props, first_name: 'true', mention_keys: 'Deploy, on call,,', channel: 'true' } });
  expect((await members()).get(ann.user.id)).toMatchObject({ first_name: 'Ann', mention_keys: ['deploy', 'on call'] });
  await ann.put('/api/v4/users/me/patch', { notify_props: { ...ann.user.notify_props, channel: 'false' } });
  expect((await members()).get(ann.user.id)).toMatchObject({ channel_wide: false });
  await ann.put('/api/v4/users/me/patch', { notify_props: { ...ann.user.notify_props, channel: 'true' } });
  expect((await members()).get(ann.user.id)).toMatchObject({ channel_wide: true });
});

test('it follows the settings for the channel: muted ones do not hear mentions of all', async () => {
  await notify(ann, { mark_unread: 'mention' });
  expect((await members()).get(ann.user.id)).toMatchObject({ channel_wide: false, channel_props: { mark_unread: 'mention', desktop: 'default' } });
  await notify(ann, { ignore_channel_mentions: 'off' });
  expect((await members()).get(ann.user.id)).toMatchObject({ channel_wide: true });
  await notify(ann, { mark_unread: 'all', ignore_channel_mentions: 'on' });
  expect((await members()).get(ann.user.id)).toMatchObject({ channel_wide: false });
});

test('changes that come while it is being read are not lost', async () => {
  const other = await makeChannel(admin, team, `c${count++}`);
  const reading = notifyPropsOf(server.app, other.id);
  await Promise.all([addToChannel(admin, other, ann), reading]);
  await addToChannel(admin, other, bob);
  expect([...(await notifyPropsOf(server.app, other.id)).keys()].sort()).toEqual([admin, ann, bob].map((who) => who.user.id).sort());
});
