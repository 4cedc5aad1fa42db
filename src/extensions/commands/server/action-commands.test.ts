import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { AutocompleteSuggestion, CommandResponse } from '../wire/index.ts';

let server: TestServer;
let [admin, ann, bob]: Client[] = [];
let team: Team;
let ops: Channel;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  team = await makeTeam(admin, 'crew');
  await addToTeam(admin, team, ann, bob);
  ops = await makeChannel(ann, team, 'ops');
});
afterAll(() => server?.close());

const say = async (line: string, by = ann!) => (await by.post<CommandResponse>('/api/v4/commands/execute', { channel_id: ops.id, command: line })).body;
const words = async (beginning: string, by = ann!) => (await by.get<AutocompleteSuggestion[]>(`/api/v4/teams/${team.id}/commands/autocomplete_suggestions?channel_id=${ops.id}&user_input=${encodeURIComponent(`/${beginning}`)}`)).body.map((one) => one.Complete);

test('any action can be written as a line, with values by name or by order', async () => {
  expect((await say('/patch-channel header:"On call: bob" purpose:none')).text).toContain('"header": "On call: bob"');
  expect((await say('/add-channel-members user_ids:@bob')).text).toContain(bob!.user.id);
  expect((await bob!.get(`/api/v4/channels/${ops.id}/members/me`)).status).toBe(200);
  expect((await say('/get-user @bob')).text).toContain('"username": "bob"');
});

test('a line does no more than its writer may, and says what is wrong with it', async () => {
  expect((await say('/list-bots')).text).toContain('permissions');
  expect((await say('/patch-channel header:x nonsense')).text).toContain('Usage: `/patch-channel');
  expect((await say('/get-user')).text).toContain('user_id');
  expect((await say('/change-password x')).text).toContain('does not belong into a line');
});

test('what belongs to no session or reads files is not offered', async () => {
  for (const name of ['sign-up', 'log-in', 'receive-webhook', 'set-user-picture']) expect(await say(`/${name}`)).toMatchObject({ status_code: 404 });
});

test('completion and help show actions by their beginning, to those who may run them', async () => {
  expect(await words('')).not.toContain('patch-channel');
  expect(await words('patch-ch')).toContain('patch-channel');
  expect(await words('create-command-contr', admin)).toEqual(['create-command-contract']);
  expect(await words('create-command-contr')).toEqual([]);
  expect((await say('/help patch-ch')).text).toContain('/patch-channel');
});
