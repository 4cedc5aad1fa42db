import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel, type Heard, type Hearing } from '../testing.ts';
import type { Channel } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: Team;
let anns: Hearing;
let bobs: Hearing;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
  bob = await signUp(server, 'bob');
  team = await makeTeam(admin, 'news');
  await addToTeam(admin, team, ann, bob);
  [anns, bobs] = [await listen(server, ann), await listen(server, bob)];
});
afterAll(async () => {
  anns?.close();
  bobs?.close();
  await server?.close();
});

const channel_events = /^(channel|user_|direct|group|multiple|posted)/;
const names = (frames: readonly Heard[]) => frames.map((frame) => frame.event).filter((name) => channel_events.test(name)).sort();
const at = (channel: Channel, path = '') => `/api/v4/channels/${channel.id}${path}`;

async function takeBoth(): Promise<[string[], string[]]> {
  return [names(await anns.take()), names(await bobs.take())];
}

test('who is added to a channel hears of it and of all that follows; who leaves hears no more', async () => {
  const channel = await makeChannel(admin, team, 'talk');
  await addToChannel(admin, channel, ann);
  expect(await takeBoth()).toEqual([['posted', 'user_added'], []]);
  await addToChannel(ann, channel, bob);
  expect(await takeBoth()).toEqual([['posted', 'user_added'], ['posted', 'user_added']]);
  await bob.del(at(channel, `/members/${bob.user.id}`));
  expect(await takeBoth()).toEqual([['posted', 'user_removed'], ['user_removed']]);
  await ann.put(at(channel, '/patch'), { header: 'only for those who are here' });
  expect(await takeBoth()).toEqual([['channel_updated', 'posted'], []]);
});

test('the team hears what becomes of its public channels, and only members of private ones', async () => {
  const open = await makeChannel(admin, team, 'open');
  const closed = await makeChannel(admin, team, 'closed', 'P');
  await addToChannel(admin, closed, ann);
  await takeBoth();
  await admin.del(at(open));
  expect(await takeBoth()).toEqual([['channel_deleted'], ['channel_deleted']]);
  await admin.del(at(closed));
  expect(await takeBoth()).toEqual([['channel_deleted', 'posted'], []]);
  await admin.post(at(open, '/restore'));
  expect(await takeBoth()).toEqual([['channel_restored'], ['channel_restored']]);
});

test('a direct channel is told to its two people', async () => {
  await ann.post('/api/v4/channels/direct', [ann.user.id, bob.user.id]);
  expect(await takeBoth()).toEqual([['direct_added'], ['direct_added']]);
  await ann.post('/api/v4/channels/direct', [ann.user.id, bob.user.id]);
  expect(await takeBoth()).toEqual([[], []]);
});

test('a changed membership is told to its owner as it is fetched', async () => {
  const channel = await makeChannel(admin, team, 'quiet');
  await addToChannel(admin, channel, ann, bob);
  await takeBoth();
  await ann.put(at(channel, `/members/${ann.user.id}/notify_props`), { desktop: 'none', mark_unread: 'mention', unknown: 'x' });
  const [frame] = await anns.take();
  expect(JSON.parse(frame!.data.channelMember)).toEqual((await ann.get(at(channel, '/members/me'))).body);
  expect(await bobs.take()).toEqual([]);
});

test('what somebody has read is told to the own clients once', async () => {
  const channel = await makeChannel(admin, team, 'read');
  await addToChannel(admin, channel, ann, bob);
  await bob.post('/api/v4/posts', { channel_id: channel.id, message: 'news' });
  await takeBoth();
  const view = () => ann.post('/api/v4/channels/members/me/view', { channel_id: channel.id, collapsed_threads_supported: true });
  const { body } = await view();
  const [frame] = await anns.take();
  expect(frame).toMatchObject({ event: 'multiple_channels_viewed', data: { channel_times: body.last_viewed_at_times } });
  expect(await bobs.take()).toEqual([]);
  await view();
  expect(await anns.take()).toEqual([]);
});

test('who is removed from a team hears it and then nothing of the team', async () => {
  const channel = await makeChannel(admin, team, 'left-behind');
  await addToChannel(admin, channel, ann, bob);
  await takeBoth();
  await admin.del(`/api/v4/teams/${team.id}/members/${bob.user.id}`);
  expect((await bobs.take()).map((frame) => frame.event)).toEqual(expect.arrayContaining(['leave_team', 'posted']));
  await anns.take();
  await ann.put(at(channel, '/patch'), { header: 'gone' });
  await ann.post('/api/v4/posts', { channel_id: channel.id, message: 'gone' });
  await admin.put(`/api/v4/teams/${team.id}/patch`, { description: 'gone' });
  expect((await anns.take()).map((frame) => frame.event)).toEqual(expect.arrayContaining(['channel_updated', 'update_team']));
  expect(await bobs.take()).toEqual([]);
});
