import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import { signIn, signUp } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import type { Channel } from '../wire/index.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

test('a member whom a killed process left without Town Square is in it after the next start', async () => {
  const admin = await signIn(server, TEST_ADMIN);
  const ann = await signUp(server, 'ann');
  const team = await makeTeam(admin, 'ops');
  await addToTeam(admin, team, ann);
  const names = async () => (await ann.get<Channel[]>(`/api/v4/users/me/teams/${team.id}/channels`)).body.map((channel) => channel.name);
  expect(await names()).toContain('town-square');
  await server.app.db.run("DELETE FROM channel_members m USING channels c WHERE c.id = m.channel_id AND c.name = 'town-square' AND m.user_id = $1", [ann.user.id]);
  await server.restart();
  await expect.poll(names).toContain('town-square');
});
