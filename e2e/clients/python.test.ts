import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProgram, type Program } from '#kernel/testing/program.ts';
import { PASSWORD, signUp, type Person } from '../lib/person.ts';
import { preparePython } from '../lib/python.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

const python = preparePython();
const script = (name: string): string => fileURLToPath(new URL(`python/${name}.py`, import.meta.url));
const PATIENCE = { timeout: 20_000, interval: 50 };

// Without Python they are reported as skipped, never as passed.
describe.skipIf(python.missing)(`clients from PyPI, unchanged${python.missing ? ` (skipped: ${python.missing})` : ''}`, () => {
  let server: TestServer;
  let ann: Person;
  let team: any;
  let channel: any;
  let bot: Program | undefined;

  beforeAll(async () => {
    server = await startTestServer();
    ann = await signUp(server.url, 'ann');
    team = await ann.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
    channel = await ann.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
  });
  afterAll(async () => {
    bot?.kill('SIGKILL');
    await bot?.ended;
    await server.close();
  });

  const port = (): string => new URL(server.url).port;

  test('a script with mattermostdriver logs in, posts, uploads, searches and listens', async () => {
    const { stdout } = await promisify(execFile)(python.program!, [script('driver'), port(), 'ann', PASSWORD, 'harbour'], { timeout: 60_000 });
    const told = JSON.parse(stdout.trim().split('\n').at(-1)!);
    expect(told).toMatchObject({ me: 'ann', content: 'all is well', refusal: 'ResourceNotFound' });
    expect(told.found).toEqual([told.post_id]);
    expect(told.messages).toEqual(expect.arrayContaining(['hello again from python', 'a report']));
    expect(told.heard).toEqual(expect.arrayContaining(['hello', 'OK', 'posted']));
  });

  test('a bot made with mmpy_bot comes online, answers, takes commands and comes back after a restart of the server', async () => {
    const admin = await server.admin();
    const account = await admin.post('/bots', { username: 'deployer', display_name: 'Deployer' });
    const { token } = await admin.post(`/users/${account.user_id}/tokens`, { description: 'test' });
    await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: account.user_id });
    await ann.post(`/channels/${channel.id}/members`, { user_id: account.user_id });
    bot = startProgram([python.program!, script('bot'), port(), token, 'harbour']);
    const status = async (): Promise<string> => (await ann.get(`/users/${account.user_id}/status`)).status;
    await expect.poll(status, PATIENCE).toBe('online');

    const said = await ann.post('/posts', { channel_id: channel.id, message: 'wake up, please' });
    await expect.poll(async () => Object.values<any>((await ann.get(`/posts/${said.id}/thread`)).posts).map((post) => post.message), PATIENCE).toContain("I'm awake!");

    const command = await ann.post('/posts', { channel_id: channel.id, message: '@deployer deploy gateway --version 1.2' });
    const messages = async (): Promise<string[]> => Object.values<any>((await ann.get(`/channels/${channel.id}/posts`)).posts).map((post) => post.message);
    await expect.poll(messages, PATIENCE).toContain('gateway is at 1.2 for ann');
    expect((await ann.get(`/posts/${command.id}/reactions`)).map((reaction: any) => reaction.emoji_name)).toEqual(['rocket']);

    const dm = await ann.post('/channels/direct', [ann.id, account.user_id]);
    await ann.post('/posts', { channel_id: dm.id, message: 'hello_click now --flag' });
    await expect.poll(async () => Object.values<any>((await ann.get(`/channels/${dm.id}/posts`)).posts).some((post) => post.message.includes('positional_arg: now')), PATIENCE).toBe(true);

    await server.restart();
    await expect.poll(status, PATIENCE).toBe('online');
    const later = await ann.post('/posts', { channel_id: channel.id, message: 'wake up again' });
    await expect.poll(async () => Object.keys((await ann.get(`/posts/${later.id}/thread`)).posts).length, PATIENCE).toBe(2);
  });
});
