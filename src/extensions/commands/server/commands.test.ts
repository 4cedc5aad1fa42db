import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel, ChannelMember } from '#messaging/channels/wire/index.ts';
import type { PostList } from '#messaging/posts/wire/index.ts';
import type { AutocompleteSuggestion, Command, CommandResponse } from '../wire/index.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
let bob: Client;
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

const say = (by: Client, command: string, channel: Channel = ops) => by.post<CommandResponse>('/api/v4/commands/execute', { channel_id: channel.id, team_id: team.id, command });

async function newestIn(channel: Channel, by: Client = ann): Promise<{ message: string; type: string; user_id: string }> {
  const { order, posts } = (await by.get<PostList>(`/api/v4/channels/${channel.id}/posts`)).body;
  return posts[order[0]!]!;
}

describe('a line that begins with a slash', () => {
  test('is refused when it is no command or none that exists', async () => {
    expect((await say(ann, 'shrug')).body).toMatchObject({ id: 'api.command.execute_command.start.app_error', status_code: 400 });
    expect((await say(ann, '/no-such-command')).body).toMatchObject({ id: 'api.command.execute_command.not_found.app_error', status_code: 404 });
    expect((await say(bob, '/shrug')).status).toBe(403);
  });

  test('can become a message of its author', async () => {
    expect((await say(ann, '/shrug so be it')).body).toMatchObject({ response_type: 'in_channel', text: 'so be it ¯\\\\\\_(ツ)\\_/¯' });
    await say(ann, '/me waves');
    expect(await newestIn(ops)).toMatchObject({ message: '*waves*', type: 'me', user_id: ann.user.id });
    await say(ann, '/CODE let a;\nlet b;');
    expect((await newestIn(ops)).message).toBe('    let a;\n    let b;');
  });

  test('says what is wrong to who wrote it', async () => {
    expect((await say(ann, '/header')).body).toMatchObject({ response_type: 'ephemeral', text: 'Write the new header after /header.' });
    expect((await say(ann, '/invite @nobody-here')).body.text).toBe('There is nobody with the name @nobody-here.');
    expect((await say(ann, '/join ~no-such-channel')).body.text).toBe('There is no channel ~no-such-channel in this team.');
  });
});

describe('a command', () => {
  test('changes the presence', async () => {
    for (const status of ['away', 'dnd', 'offline', 'online']) {
      await say(ann, `/${status}`);
      expect((await ann.get<{ status: string }>('/api/v4/users/me/status')).body.status).toBe(status);
    }
  });

  test('changes the channel, and does no more than its author may', async () => {
    await addToChannel(ann, ops, bob);
    await say(bob, '/header On call: @bob');
    expect((await ann.get<Channel>(`/api/v4/channels/${ops.id}`)).body.header).toBe('On call: @bob');
    const square = (await bob.get<Channel>(`/api/v4/teams/${team.id}/channels/name/town-square`)).body;
    const kicked = await say(bob, '/kick @ann', square);
    expect(kicked.body).toMatchObject({ response_type: 'ephemeral' });
    expect((await ann.get(`/api/v4/channels/${square.id}/members/${ann.user.id}`)).status).toBe(200);
  });

  test('joins, invites, mutes and leaves', async () => {
    const lab = await makeChannel(ann, team, 'lab');
    expect((await say(bob, '/join ~lab')).body.goto_location).toMatch(/\/crew\/channels\/lab$/);
    expect((await bob.get(`/api/v4/channels/${lab.id}/members/me`)).status).toBe(200);
    await say(bob, '/mute', lab);
    expect((await bob.get<ChannelMember>(`/api/v4/channels/${lab.id}/members/me`)).body.notify_props.mark_unread).toBe('mention');
    expect((await say(bob, '/leave', lab)).body.goto_location).toMatch(/\/crew\/channels\/town-square$/);
    expect((await bob.get(`/api/v4/channels/${lab.id}/members/me`)).status).toBe(403);
    expect((await say(ann, '/invite @bob ~lab')).body.text).toBe('@bob added to ~lab.');
    expect((await bob.get(`/api/v4/channels/${lab.id}/members/me`)).status).toBe(200);
  });

  test('writes to one person or to several', async () => {
    const direct = await say(ann, '/msg @bob hello you');
    expect(direct.body.goto_location).toContain(`/crew/channels/${[ann.user.id, bob.user.id].sort().join('__')}`);
    const channel = (await ann.post<Channel>('/api/v4/channels/direct', [ann.user.id, bob.user.id])).body;
    expect(await newestIn(channel)).toMatchObject({ message: 'hello you', user_id: ann.user.id });
    expect((await say(ann, `/groupmsg @bob, @${admin.user.username} all of you`)).body.goto_location).toContain('/crew/channels/');
    const group = (await ann.post<Channel>('/api/v4/channels/group', [bob.user.id, admin.user.id])).body;
    expect((await newestIn(group)).message).toBe('all of you');
  });

  test('says something later', async () => {
    await say(ann, '/echo "time for tea" 1');
    await expect.poll(async () => (await newestIn(ops)).message, { timeout: 15_000 }).toBe('time for tea');
  });
});

describe('autocomplete', () => {
  test('lists every command with what is to be written after it', async () => {
    const { body } = await ann.get<Command[]>(`/api/v4/teams/${team.id}/commands/autocomplete`);
    expect(body.find((command) => command.trigger === 'msg')).toMatchObject({ auto_complete: true, auto_complete_hint: '@[username] [message]' });
    expect(body.map((command) => command.trigger)).toContain('open');
  });

  test('suggests words by their beginning, and behind a word what follows', async () => {
    const suggest = async (line: string) => (await ann.get<AutocompleteSuggestion[]>(`/api/v4/teams/${team.id}/commands/autocomplete_suggestions?user_input=${encodeURIComponent(line)}`)).body;
    expect((await suggest('/sh')).map((one) => one.Complete)).toEqual(['shortcuts', 'shrug']);
    expect(await suggest('/msg ')).toMatchObject([{ Complete: 'msg ', Suggestion: '', Hint: '@[username] [message]' }]);
    expect(await suggest('/nothing')).toEqual([]);
  });

  test('help shows all commands in a table', async () => {
    const { text } = (await say(ann, '/help')).body;
    expect(text).toContain('| `/away` | Set your status to away |');
    expect(text).toContain('clear`'.replace('clear', '\\| clear'));
  });
});
