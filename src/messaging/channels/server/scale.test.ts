import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import type { Sql } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '../testing.ts';
import type { ChannelStats } from '../wire/index.ts';
import { hasChannelPermission } from './channels.permissions.ts';
import { getChannel, membershipsOf } from './feature.ts';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(() => server?.close());

/** How many statements `work` needs. The least of three times: now and then the server looks at its queues at the same moment. */
async function leastQueries(work: () => Promise<unknown>): Promise<number> {
  return Math.min(await countQueries(work), await countQueries(work), await countQueries(work));
}

/** How many statements are sent to the database while `work` runs, transactions included. */
async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const db = server.app.db as unknown as Record<string, any>;
  await server.app.settle();
  let count = 0;
  const counted = (sql: Sql): Sql => Object.fromEntries(Object.entries(sql).map(([name, send]) => [name, typeof send === 'function' ? (...args: unknown[]) => (count++, (send as (...a: unknown[]) => unknown)(...args)) : send])) as unknown as Sql;
  const kept = { rows: db['rows'], maybe: db['maybe'], one: db['one'], run: db['run'], tx: db['tx'] };
  Object.assign(db, counted(kept as unknown as Sql), { tx: (inner: (tx: Sql) => unknown) => kept.tx((tx: Sql) => inner(counted(tx))) });
  try {
    await work();
  } finally {
    Object.assign(db, kept);
  }
  return count;
}

/** Accounts without passwords, straight into the table. */
async function fillUsers(count: number, prefix: string): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => prefix + String(i).padStart(26 - prefix.length, '0'));
  await server.app.db.run(`INSERT INTO users (id, create_at, update_at, username, email, roles) SELECT id, 1, 1, id, id || '@example.com', 'system_user' FROM unnest($1::text[]) AS u (id)`, [ids]);
  return ids;
}

test('checking a permission asks the database nothing once it is warm', async () => {
  const person = await signUp(server, 'warm');
  const team = await makeTeam(admin, 'warm');
  await addToTeam(admin, team, person);
  const channel = await makeChannel(person, team, 'warm');
  const ctx = server.app.ctx({ user_id: person.user.id, session_id: '', roles: ['system_user'], is_bot: false, is_guest: false, props: {} }, { request_id: '', ip: '', user_agent: '', connection_id: '', locale: 'en' });
  const check = async () => {
    expect(await hasChannelPermission(ctx, channel.id, 'create_post')).toBe(true);
    expect(await hasChannelPermission(ctx, channel.id, 'manage_team')).toBe(false);
    expect(await getChannel(server.app, channel.id)).toMatchObject({ id: channel.id });
    expect((await membershipsOf(server.app, person.user.id)).size).toBe(3);
  };
  await check();
  expect(await leastQueries(check)).toBe(0);
});

test('each call of the start of a client asks the database once or not at all', async () => {
  const person = await signUp(server, 'starter');
  const team = await makeTeam(admin, 'start');
  await addToTeam(admin, team, person);
  for (let i = 0; i < 20; i++) await addToChannel(admin, await makeChannel(admin, team, `c${i}`), person);
  const home = `/api/v4/users/me/teams/${team.id}`;
  const calls: [string, number][] = [['/api/v4/users/me/teams', 1], ['/api/v4/users/me/teams/members', 1], ['/api/v4/users/me/teams/unread', 1], [`${home}/channels`, 1], [`${home}/channels/members`, 1], [`${home}/channels/categories`, 2], ['/api/v4/users/me/channels', 1]];
  for (const [path] of calls) await person.get(path);
  for (const [path, most] of calls) expect([path, await leastQueries(() => person.get(path))]).toEqual([path, most]);
});

test('thousands of people come into a team and a channel with a handful of statements', async () => {
  const team = await makeTeam(admin, 'crowd');
  const channel = await makeChannel(admin, team, 'crowd');
  const ids = await fillUsers(3000, 'crowd');
  const join = await countQueries(async () => expect(await admin.post(`/api/v4/teams/${team.id}/members/batch`, ids.map((user_id) => ({ team_id: team.id, user_id })))).toMatchObject({ status: 201 }));
  const enter = await countQueries(async () => expect(await admin.post(`/api/v4/channels/${channel.id}/members`, { user_ids: ids })).toMatchObject({ status: 201 }));
  expect(join).toBeLessThan(40);
  expect(enter).toBeLessThan(30);
  expect((await admin.get<ChannelStats>(`/api/v4/channels/${channel.id}/stats`)).body.member_count).toBe(3001);
});
