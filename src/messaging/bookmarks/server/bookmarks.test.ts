import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { upload } from '#messaging/files/testing.ts';
import type { ChannelBookmark } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
let team: Team;
let channel: Channel;
let serial = 0;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann, bob);
});
afterAll(() => server?.close());
beforeEach(async () => {
  channel = await makeChannel(ann, team, `talk-${serial++}`);
  await addToChannel(ann, channel, bob);
});

const path = (rest = '') => `/api/v4/channels/${channel.id}/bookmarks${rest}`;
const add = (by: Client, display_name: string, more: Partial<ChannelBookmark> = {}) => by.post<ChannelBookmark>(path(), { type: 'link', display_name, link_url: 'https://example.com/', ...more });
const list = async (since = ''): Promise<ChannelBookmark[]> => (await ann.get<ChannelBookmark[]>(path(since))).body;
const names = async (): Promise<string[]> => (await list()).map((b) => b.display_name);

test('what is told of bookmarks is what is read again', async () => {
  const hearing = await listen(server, bob);
  const told = async (event: string, field: string) => JSON.parse((await hearing.take()).find((e) => e.event === event)!.data[field]);
  const { status, body } = await add(ann, 'Runbook', { emoji: ':books:' });
  expect([status, body]).toMatchObject([201, { emoji: 'books', owner_id: ann.user.id, sort_order: 0, delete_at: 0, file_id: '' }]);
  expect(await told('channel_bookmark_created', 'bookmark')).toEqual(body);
  expect(await list()).toEqual([body]);
  const { updated } = (await ann.call('PATCH', path(`/${body.id}`), { display_name: 'Run book' })).body;
  expect(updated).toMatchObject({ id: body.id, display_name: 'Run book', link_url: 'https://example.com/' });
  expect(await told('channel_bookmark_updated', 'bookmarks')).toEqual({ updated });
  await add(ann, 'Second');
  const sorted = (await ann.post<ChannelBookmark[]>(path(`/${body.id}/sort_order`), 1)).body;
  expect(sorted.map((b) => [b.display_name, b.sort_order])).toEqual([['Second', 0], ['Run book', 1]]);
  expect(await told('channel_bookmark_sorted', 'bookmarks')).toEqual(sorted);
  const deleted = (await ann.del<ChannelBookmark>(path(`/${body.id}`))).body;
  expect(await told('channel_bookmark_deleted', 'bookmark')).toEqual(deleted);
  expect(await names()).toEqual(['Second']);
  hearing.close();
});

test('who edits the bookmark of another gets one of their own in its place', async () => {
  await add(ann, 'first');
  const { body } = await add(ann, 'second');
  const change = (await bob.call('PATCH', path(`/${body.id}`), { display_name: 'mine' })).body;
  expect(change).toMatchObject({ updated: { owner_id: bob.user.id, original_id: body.id, sort_order: 1 }, deleted: { id: body.id } });
  expect(change.deleted.delete_at).toBeGreaterThan(0);
  expect(await names()).toEqual(['first', 'mine']);
});

test('what has changed since a time holds what was deleted', async () => {
  const { body } = await add(ann, 'old');
  await ann.del(path(`/${body.id}`));
  expect((await list(`?bookmarks_since=${body.create_at}`)).map((b) => [b.display_name, b.delete_at > 0])).toEqual([['old', true]]);
  expect(await list()).toEqual([]);
});

test('a file is read by the channel and goes with its bookmark', async () => {
  const file = await upload(server, ann, channel.id, { name: 'plan.txt', bytes: 'the plan' });
  expect((await bob.get(`/api/v4/files/${file.id}`)).status).toBe(403);
  const { body } = await add(ann, 'The plan', { type: 'file', link_url: '', file_id: file.id });
  expect(body.file).toMatchObject({ id: file.id, name: 'plan.txt' });
  expect((await bob.get(`/api/v4/files/${file.id}`)).body).toBe('the plan');
  expect((await add(ann, 'Again', { type: 'file', link_url: '', file_id: file.id })).status).toBe(400);
  const renamed = (await bob.call('PATCH', path(`/${body.id}`), { display_name: 'Our plan' })).body.updated;
  expect(renamed.file).toMatchObject({ id: file.id });
  await ann.del(path(`/${renamed.id}`));
  expect((await bob.get(`/api/v4/files/${file.id}`)).status).toBe(404);
});

test('bookmarks that are made at once have places of their own, up to fifty', async () => {
  await Promise.all(Array.from({ length: 55 }, (_, i) => add(ann, `b${i}`)));
  expect((await list()).map((b) => b.sort_order)).toEqual(Array.from({ length: 50 }, (_, i) => i));
});

test.each([
  ['without a name', { display_name: ' ' }, 'model.channel_bookmark.is_valid.display_name.app_error'],
  ['with a long name', { display_name: 'x'.repeat(65) }, 'model.channel_bookmark.is_valid.display_name.app_error'],
  ['that runs a script', { link_url: 'javascript:alert(1)' }, 'model.channel_bookmark.is_valid.link_url.missing_or_invalid.app_error'],
  ['that is link and file', { file_id: 'a'.repeat(26) }, 'model.channel_bookmark.is_valid.file_id.missing_or_invalid.app_error'],
  ['of a file that is not one\'s own', { type: 'file' as const, link_url: '', file_id: 'a'.repeat(26) }, 'model.channel_bookmark.is_valid.file_id.missing_or_invalid.app_error'],
  ['of an unknown type', { type: 'board' as never }, 'api.context.invalid_body_param.app_error'],
])('a bookmark %s is refused', async (_what, more, id) => {
  expect(await add(ann, 'x', more)).toMatchObject({ status: 400, body: { id } });
});

test('a place that does not exist is refused', async () => {
  const { body } = await add(ann, 'x');
  expect((await ann.post(path(`/${body.id}/sort_order`), 7)).status).toBe(400);
  expect((await ann.post(path(`/${body.id}/sort_order`), 'first')).status).toBe(400);
});

test('bookmarks of an archived channel do not change', async () => {
  const { body } = await add(ann, 'x');
  await ann.del(`/api/v4/channels/${channel.id}`);
  expect(await ann.del(path(`/${body.id}`))).toMatchObject({ status: 403, body: { id: 'api.channel.bookmark.delete_channel_bookmark.deleted_channel.forbidden.app_error' } });
});

test('direct channels have bookmarks of those who are in them', async () => {
  channel = (await ann.post<Channel>('/api/v4/channels/direct', [ann.user.id, bob.user.id])).body;
  expect((await add(bob, 'ours')).status).toBe(201);
  const cat = await signUp(server, `cat${serial++}`);
  expect((await add(cat, 'theirs')).body.id).toBe('api.channel.bookmark.create_channel_bookmark.direct_or_group_channels.forbidden.app_error');
});
