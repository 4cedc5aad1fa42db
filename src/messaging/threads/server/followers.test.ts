import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSocket } from '#kernel/testing/socket.ts';
import { startTestServer, type TestServer } from '#kernel/testing/server.ts';
import { signUp, type Client } from '#identity/users/testing.ts';

let server: TestServer;
let ann: Client;
let bob: Client;
let channel: any;

beforeAll(async () => {
  server = await startTestServer();
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  const { body: team } = await ann.post('/api/v4/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  await ann.post(`/api/v4/teams/${team.id}/members`, { team_id: team.id, user_id: bob.user.id });
  channel = (await ann.post('/api/v4/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' })).body;
  await ann.post(`/api/v4/channels/${channel.id}/members`, { user_id: bob.user.id });
});
afterAll(() => server.close());

/** What bob's client is told of a reply of ann to a post of bob. */
async function toldOfReply(message = 'reply'): Promise<{ followers?: string; mentions?: string }> {
  const socket = await openSocket(server, bob.token);
  const { body: root } = await bob.post('/api/v4/posts', { channel_id: channel.id, message: 'root' });
  const { body: reply } = await ann.post('/api/v4/posts', { channel_id: channel.id, root_id: root.id, message });
  const frame = await socket.until((heard) => heard.event === 'posted' && JSON.parse(heard.data.post).id === reply.id);
  socket.close();
  return frame.data;
}

const levels = (props: Record<string, string>) => bob.put(`/api/v4/channels/${channel.id}/members/${bob.user.id}/notify_props`, props);

test('who follows a thread is told so with a reply, to be notified of it', async () => {
  expect(await toldOfReply()).toMatchObject({ followers: JSON.stringify([bob.user.id]) });
  expect(await toldOfReply('@bob, look')).toMatchObject({ followers: JSON.stringify([bob.user.id]), mentions: JSON.stringify([bob.user.id]) });
});

test('who wants no notices here is not', async () => {
  await levels({ desktop: 'none' });
  expect((await toldOfReply()).followers).toBeUndefined();
  await levels({ desktop: 'mention', desktop_threads: 'mention' });
  expect((await toldOfReply()).followers).toBeUndefined();
  expect((await toldOfReply('@bob, look')).followers).toBeDefined();
  await levels({ desktop: 'all', mark_unread: 'mention' });
  expect((await toldOfReply()).followers).toBeUndefined();
  await levels({ desktop: 'default', mark_unread: 'all' });
});
