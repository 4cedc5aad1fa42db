import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel, ChannelMember } from '#messaging/channels/wire/index.ts';
import type { OrderedSidebarCategories, SidebarCategory } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let team: Team;
let ops: Channel;
let dev: Channel;
let count = 0;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());

beforeEach(async () => {
  const run = `t${count++}`;
  ann = await signUp(server, `ann${run}`);
  team = await makeTeam(admin, run);
  await addToTeam(admin, team, ann);
  [ops, dev] = [await makeChannel(admin, team, 'ops'), await makeChannel(admin, team, 'dev')];
  await addToChannel(admin, ops, ann);
  await addToChannel(admin, dev, ann);
});

const path = (rest = '') => `/api/v4/users/me/teams/${team.id}/channels/categories${rest}`;
const sidebar = async () => (await ann.get<OrderedSidebarCategories>(path())).body;
const category = async (type: SidebarCategory['type']) => (await sidebar()).categories.find((c) => c.type === type)!;
const create = async (display_name: string, ...channels: Channel[]) => (await ann.post<SidebarCategory>(path(), { user_id: ann.user.id, team_id: team.id, type: 'custom', display_name, channel_ids: channels.map((c) => c.id) })).body;
const isMuted = async (channel: Channel) => (await ann.get<ChannelMember>(`/api/v4/channels/${channel.id}/members/me`)).body.notify_props.mark_unread === 'mention';
const favorites = async () => ((await ann.get('/api/v4/users/me/preferences/favorite_channel')).body as { name: string }[] & { id?: string });

test('everybody begins with favourites, channels by name, and direct messages', async () => {
  const { body: direct } = await ann.post<Channel>('/api/v4/channels/direct', [ann.user.id, admin.user.id]);
  const { categories, order } = await sidebar();
  expect(categories.map((c) => [c.type, c.sort_order, c.sorting, c.display_name])).toEqual([['favorites', 0, '', 'Favorites'], ['channels', 10, '', 'Channels'], ['direct_messages', 20, 'recent', 'Direct Messages']]);
  expect(order).toEqual(categories.map((c) => c.id));
  expect(categories[1]!.channel_ids).toHaveLength(4);
  expect(categories[1]!.channel_ids.slice(0, 2)).toEqual([dev.id, ops.id]);
  expect(categories[2]!.channel_ids).toEqual([direct.id]);
});

test('a channel is in one category at a time and comes back when that is removed', async () => {
  const first = await create('First', ops, dev);
  const second = await create('Second', ops);
  expect((await sidebar()).categories.filter((c) => c.type === 'custom').map((c) => [c.display_name, c.channel_ids])).toEqual([['Second', [ops.id]], ['First', [dev.id]]]);
  expect((await category('channels')).channel_ids).toHaveLength(2);
  expect(await ann.del(path(`/${second.id}`))).toMatchObject({ status: 200 });
  expect((await category('channels')).channel_ids).toContain(ops.id);
  expect(await ann.del(path(`/${second.id}`))).toMatchObject({ status: 403 });
  expect(first.sort_order).toBe(10);
});

test('channels keep the order they were given', async () => {
  const channels = await category('channels');
  const turned = [...channels.channel_ids].reverse();
  expect(await ann.put(path(`/${channels.id}`), { ...channels, sorting: 'manual', channel_ids: turned })).toMatchObject({ status: 200 });
  expect((await category('channels')).channel_ids).toEqual(turned);
});

test('the categories that everybody has keep their names and cannot be removed', async () => {
  const channels = await category('channels');
  expect(await ann.put(path(`/${channels.id}`), { ...channels, display_name: 'Other', collapsed: true })).toMatchObject({ status: 200, body: { display_name: 'Channels', collapsed: true } });
  expect(await ann.del(path(`/${channels.id}`))).toMatchObject({ status: 400 });
});

test('the order names every category once', async () => {
  const mine = await create('Mine');
  const { order } = await sidebar();
  const wanted = [mine.id, ...order.filter((id) => id !== mine.id)].reverse();
  expect(await ann.put(path('/order'), wanted)).toMatchObject({ status: 200, body: wanted });
  expect((await sidebar()).order).toEqual(wanted);
  expect(await ann.put(path('/order'), wanted.slice(1))).toMatchObject({ status: 400 });
  expect(await ann.put(path('/order'), [...wanted.slice(1), wanted[1]])).toMatchObject({ status: 400 });
});

test('muting a category mutes its channels, and moving into or out of it does too', async () => {
  const quiet = await create('Quiet', ops);
  await ann.put(path(), [{ ...quiet, muted: true }]);
  expect(await Promise.all([ops, dev].map(isMuted))).toEqual([true, false]);
  await ann.put(path(), [{ ...quiet, muted: true, channel_ids: [ops.id, dev.id] }]);
  expect(await isMuted(dev)).toBe(true);
  const channels = await category('channels');
  await ann.put(path(), [{ ...quiet, muted: true, channel_ids: [dev.id] }, { ...channels, channel_ids: [...channels.channel_ids, ops.id] }]);
  expect(await Promise.all([ops, dev].map(isMuted))).toEqual([false, true]);
  await ann.put(path(), [{ ...quiet, muted: false, channel_ids: [dev.id] }]);
  expect(await isMuted(dev)).toBe(false);
});

test('favourites and the preference for them follow each other', async () => {
  const favorite = await category('favorites');
  await ann.put(path(`/${favorite.id}`), { ...favorite, channel_ids: [ops.id] });
  expect((await favorites()).map((p) => p.name)).toEqual([ops.id]);
  await ann.put('/api/v4/users/me/preferences', [{ user_id: ann.user.id, category: 'favorite_channel', name: dev.id, value: 'true' }]);
  expect((await category('favorites')).channel_ids).toEqual([ops.id, dev.id]);
  await ann.post('/api/v4/users/me/preferences/delete', [{ user_id: ann.user.id, category: 'favorite_channel', name: ops.id }]);
  expect((await category('favorites')).channel_ids).toEqual([dev.id]);
  await create('Elsewhere', dev);
  expect((await category('favorites')).channel_ids).toEqual([]);
});

test('only channels that one is in can be put into the sidebar', async () => {
  const secret = await makeChannel(admin, team, 'secret', 'P');
  expect((await create('Curious', secret, ops)).channel_ids).toEqual([ops.id]);
});

test('leaving a channel takes it out for good', async () => {
  const mine = await create('Mine', ops);
  await ann.del(`/api/v4/channels/${ops.id}/members/${ann.user.id}`);
  await server.app.settle();
  await addToChannel(admin, ops, ann);
  expect((await ann.get<SidebarCategory>(path(`/${mine.id}`))).body.channel_ids).toEqual([]);
});

test('nobody sees or changes the sidebar of another', async () => {
  const eve = await signUp(server, `eve${team.name}`);
  await addToTeam(admin, team, eve);
  const foreign = `/api/v4/users/${ann.user.id}/teams/${team.id}/channels/categories`;
  expect(await eve.get(foreign)).toMatchObject({ status: 403 });
  expect(await eve.post(foreign, { display_name: 'x' })).toMatchObject({ status: 403 });
  expect(await nobody(server).get(foreign)).toMatchObject({ status: 401 });
  expect(await eve.post(`/api/v4/users/me/teams/${team.id}/channels/categories`, { user_id: ann.user.id, display_name: 'x' })).toMatchObject({ status: 400 });
  const stranger = await signUp(server, `stranger${team.name}`);
  expect(await stranger.get(path())).toMatchObject({ status: 403 });
});

test("the owner's clients hear of each change as it is fetched", async () => {
  const anns = await listen(server, ann);
  const mine = await create('Mine', ops);
  await ann.put(path(`/${mine.id}`), { ...mine, sorting: 'alpha', collapsed: true });
  const frames = (await anns.take()).filter((frame) => frame.event.startsWith('sidebar'));
  expect(frames.map((frame) => frame.event)).toEqual(['sidebar_category_created', 'sidebar_category_updated']);
  expect(JSON.parse(frames[1]!.data.updatedCategories)).toEqual([(await ann.get(path(`/${mine.id}`))).body]);
  anns.close();
});
