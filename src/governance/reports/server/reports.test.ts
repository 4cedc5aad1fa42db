import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { makeChannel } from '#messaging/channels/testing.ts';
import type { UserReport } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let ann: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
  await signUp(server, 'bob');
});
afterAll(() => server?.close());

const names = async (query: string) => (await admin.get<UserReport[]>(`/api/v4/reports/users?${query}`)).body.map((user) => user.username);

test('administrators see how much accounts are used, page by page in both directions', async () => {
  const team = await makeTeam(ann, 'ops');
  const channel = await makeChannel(ann, team, 'talk');
  for (const message of ['one', 'two']) await ann.post('/api/v4/posts', { channel_id: channel.id, message });
  const [first] = (await admin.get<UserReport[]>('/api/v4/reports/users?page_size=1&search_term=ann')).body;
  expect(first).toMatchObject({ username: 'ann', total_posts: 2, days_active: 1, channel_count: 3 });
  // Times of log-ins are written together, a moment later.
  await expect.poll(async () => (await admin.get<UserReport[]>('/api/v4/reports/users?page_size=1&search_term=ann')).body[0]!.last_login, { timeout: 20_000 }).toBeGreaterThan(0);
  expect(await names('')).toEqual(['admin', 'ann', 'bob']);
  const next = `from_id=${ann.user.id}&from_column_value=ann&page_size=1`;
  expect([await names(next), await names(`${next}&direction=prev`), await names(`${next}&sort_direction=desc`)]).toEqual([['bob'], ['admin'], ['admin']]);
  expect(await names(`team_filter=${team.id}`)).toEqual(['ann']);
  expect((await admin.get('/api/v4/reports/users/count?has_no_team=true')).body).toBe(2);
  expect((await ann.get('/api/v4/reports/users')).status).toBe(403);
  await addToTeam(ann, team);
});

test.each([['page_size=0', 'api.getUsersForReporting.invalid_page_size'], ['team_filter=x', 'api.getUsersForReporting.invalid_team_filter'], ['hide_active=true&hide_inactive=true', 'api.getUsersForReporting.invalid_active_filter'], ['sort_column=Age', 'model.user_report_options.is_valid.invalid_sort_column'], ['guest_filter=x', 'model.user_report_options.is_valid.invalid_guest_filter']])('%s is refused', async (query, id) => {
  expect((await admin.get(`/api/v4/reports/users?${query}`)).body).toMatchObject({ id, status_code: 400 });
});

test('an export comes as a message with a table, in which nothing is a formula', async () => {
  await ann.put('/api/v4/users/me/patch', { first_name: '=cmd()' });
  expect((await ann.post('/api/v4/reports/users/export')).status).toBe(403);
  expect((await admin.post('/api/v4/reports/users/export?search_term=ann')).body).toEqual({ status: 'OK' });
  const jobs = async () => (await admin.get<{ id: string; status: string }[]>('/api/v4/jobs/type/export_users_to_csv')).body;
  await expect.poll(async () => (await jobs())[0]?.status, { timeout: 20_000 }).toBe('success');
  const table = (await admin.get<string>(`/api/v4/jobs/${(await jobs())[0]!.id}/download`)).body;
  expect(table.split('\r\n')).toEqual([expect.stringContaining('"Username"'), expect.stringContaining(`"ann","ann@example.com"`), '']);
  expect(table).toContain(`"'=cmd()"`);
  const channels = (await admin.get<{ type: string; id: string }[]>('/api/v4/users/me/channels')).body;
  const told = await Promise.all(channels.filter((channel) => channel.type === 'D').map((channel) => admin.get(`/api/v4/channels/${channel.id}/posts`)));
  expect(JSON.stringify(told.map((answer) => answer.body))).toContain('The report on users is ready');
});

test('the messages of a channel are listed page by page, by their writing or their last change', async () => {
  const channel = await makeChannel(ann, await makeTeam(ann, 'records'), 'kept');
  const said = [];
  for (let i = 0; i < 5; i++) said.push((await ann.post('/api/v4/posts', { channel_id: channel.id, message: `m${i}` })).body);
  const list = async (asked: object) => (await admin.post('/api/v4/reports/posts', { channel_id: channel.id, exclude_system_posts: true, ...asked })).body;
  const all = async (asked: object) => {
    const messages: string[] = [];
    for (let cursor = ''; ; ) {
      const { posts, next_cursor } = await list({ ...asked, cursor, per_page: 2 });
      messages.push(...Object.values<any>(posts).map((post) => post.message));
      if (!next_cursor) return messages;
      cursor = next_cursor.cursor;
    }
  };
  expect((await all({})).sort()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
  expect((await all({ sort_direction: 'desc' })).sort()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
  expect((await list({ start_time: said[4].create_at + 1 })).posts).toEqual({});
  await ann.put(`/api/v4/posts/${said[0].id}/patch`, { message: 'm0, again' });
  expect((await all({ time_field: 'update_at' })).at(-1)).toBe('m0, again');
  await ann.del(`/api/v4/posts/${said[1].id}`);
  expect(await all({})).not.toContain('m1');
  expect(await all({ include_deleted: true })).toContain('m1');
  for (const wrong of [{ cursor: 'x' }, { time_field: 'id; DROP' }, { sort_direction: 'up' }, { per_page: 0 }]) expect(await admin.post('/api/v4/reports/posts', { channel_id: channel.id, ...wrong })).toMatchObject({ status: 400 });
  expect(await ann.post('/api/v4/reports/posts', { channel_id: channel.id })).toMatchObject({ status: 403 });
});
