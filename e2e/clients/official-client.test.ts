import clientPackage from '@mattermost/client';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN, startTestServer, type TestServer } from '../lib/server.ts';
import { PASSWORD } from '../lib/person.ts';

// The protocol's own client, unchanged, as bots, bridges and the phone apps use it.
const { Client4, ClientError, WebSocketClient } = clientPackage;
type Client = InstanceType<typeof Client4>;
type Socket = InstanceType<typeof WebSocketClient>;

interface Frame {
  readonly event: string;
  readonly data: Record<string, any>;
  readonly broadcast: { channel_id: string; team_id: string };
}

let server: TestServer;
let admin: Client;
let ann: Client;
let team: any;
let channel: any;
const sockets: Socket[] = [];

beforeAll(async () => {
  // A browser has these; the client expects them.
  Object.assign(globalThis, { WebSocket });
  server = await startTestServer();
  admin = await connect(ADMIN.email, ADMIN.password);
  const user = await admin.createUser({ username: 'ann', email: 'ann@example.com', password: PASSWORD } as never, '', '');
  ann = await connect('ann', PASSWORD);
  team = await admin.createTeam({ name: 'harbour', display_name: 'Harbour', type: 'O' } as never);
  await admin.addToTeam(team.id, user.id);
  channel = await admin.createChannel({ team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' } as never);
  await admin.addToChannel(user.id, channel.id);
});

afterAll(async () => {
  for (const socket of sockets) socket.close();
  await server.close();
});

test('the official client signs in and reads what it shows first', async () => {
  const me = await ann.getMe();
  expect(me.username).toBe('ann');
  const config = await ann.getClientConfig();
  expect(config.Version).toMatch(/^\d+\.\d+\.\d+$/);
  expect((await ann.getClientLicenseOld()).IsLicensed).toBe('true');
  const [teams, members, unreads, channels, memberships, categories, preferences] = await Promise.all([
    ann.getMyTeams(), ann.getMyTeamMembers(), ann.getMyTeamUnreads(true), ann.getMyChannels(team.id), ann.getMyChannelMembers(team.id), ann.getChannelCategories('me', team.id), ann.getMyPreferences(),
  ]);
  expect(teams.map((t) => t.name)).toEqual(['harbour']);
  expect(members[0]!.user_id).toBe(me.id);
  expect(unreads[0]!.team_id).toBe(team.id);
  expect(channels.map((c: any) => c.name).sort()).toEqual(['off-topic', 'ops', 'town-square']);
  expect(memberships).toHaveLength(3);
  expect(categories.order).toHaveLength(3);
  expect(Array.isArray(preferences)).toBe(true);
});

test('the official client posts, replies, reacts, edits, uploads, searches and deletes', async () => {
  const me = await ann.getMe();
  const post = await ann.createPost({ channel_id: channel.id, message: 'Deploy of the **gateway** begins' } as never);
  const reply = await ann.createPost({ channel_id: channel.id, message: 'canary is green', root_id: post.id } as never);
  await ann.addReaction(me.id, post.id, 'rocket');
  await ann.patchPost({ id: post.id, message: 'Deploy of the **gateway** is done' });
  const form = new FormData();
  form.append('channel_id', channel.id);
  form.append('files', new Blob(['step one'], { type: 'text/plain' }), 'runbook.txt');
  const { file_infos } = await ann.uploadFile(form);
  const with_file = await ann.createPost({ channel_id: channel.id, message: 'the runbook', file_ids: [file_infos[0]!.id] } as never);
  expect((await ann.getFileInfosForPost(with_file.id))[0]!.name).toBe('runbook.txt');
  const thread = await ann.getPostThread(post.id);
  expect(thread.order).toContain(reply.id);
  expect(thread.posts[post.id]!.message).toContain('is done');
  expect(thread.posts[post.id]!.metadata.reactions?.[0]?.emoji_name).toBe('rocket');
  expect((await ann.searchPosts(team.id, 'gateway', false)).order).toEqual([post.id]);
  await ann.deletePost(reply.id);
  expect((await ann.getPosts(channel.id)).order).not.toContain(reply.id);
});

test('the official WebSocket client hears what others do, as it happens', async () => {
  const frames: Frame[] = [];
  const socket = await listen(ann, frames);
  const post = await admin.createPost({ channel_id: channel.id, message: 'hello @ann' } as never);
  await admin.addReaction((await admin.getMe()).id, post.id, 'wave');
  await admin.patchPost({ id: post.id, message: 'hello again @ann' });
  const dm = await admin.createDirectChannel([(await admin.getMe()).id, (await ann.getMe()).id]);
  await admin.createPost({ channel_id: dm.id, message: 'in private' } as never);
  await admin.deletePost(post.id);

  const posted = await heard(frames, (f) => f.event === 'posted' && JSON.parse(f.data['post']).id === post.id);
  expect(posted.broadcast.channel_id).toBe(channel.id);
  expect(JSON.parse(posted.data['mentions'])).toEqual([(await ann.getMe()).id]);
  await heard(frames, (f) => f.event === 'reaction_added' && JSON.parse(f.data['reaction']).emoji_name === 'wave');
  await heard(frames, (f) => f.event === 'post_edited' && JSON.parse(f.data['post']).message === 'hello again @ann');
  await heard(frames, (f) => f.event === 'posted' && f.data['channel_type'] === 'D');
  await heard(frames, (f) => f.event === 'post_deleted' && JSON.parse(f.data['post']).id === post.id);
  socket.close();
});

test('the official WebSocket client sends typing and reads statuses over its socket', async () => {
  const frames: Frame[] = [];
  await listen(admin, frames);
  const socket = await listen(ann, []);
  socket.userTyping(channel.id, '');
  const typing = await heard(frames, (f) => f.event === 'typing');
  expect(typing.data['user_id']).toBe((await ann.getMe()).id);
  const answer = await new Promise<any>((resolve) => socket.getStatuses(((message: unknown) => resolve(message)) as never));
  expect(answer.data[(await ann.getMe()).id]).toBe('online');
});

test('a refusal reaches the official client with its id and status', async () => {
  const refusal = await ann.createPost({ channel_id: 'a'.repeat(26), message: 'x' } as never).catch((e: unknown) => e);
  expect(refusal).toBeInstanceOf(ClientError);
  expect(refusal).toMatchObject({ server_error_id: 'api.context.permissions.app_error', status_code: 403 });
});

test('after the official client has logged out its session is gone', async () => {
  const gone = await connect('ann', PASSWORD);
  await gone.logout();
  await expect(gone.getMe()).rejects.toMatchObject({ status_code: 401 });
});

/** A client with a session, as an app that is no browser has it: by the token of the log-in's answer. */
async function connect(login_id: string, password: string): Promise<Client> {
  const answer = await fetch(`${server.url}/api/v4/users/login`, { method: 'POST', body: JSON.stringify({ login_id, password }) });
  const client = new Client4();
  client.setUrl(server.url);
  client.setToken(answer.headers.get('token')!);
  return client;
}

async function listen(client: Client, frames: Frame[]): Promise<Socket> {
  const socket = new WebSocketClient({ minWebSocketRetryTime: 50, reconnectJitterRange: 10 });
  sockets.push(socket);
  socket.addMissedMessageListener(() => {});
  socket.addMessageListener((frame) => void frames.push(frame as never));
  const token = client.getToken();
  const hello = new Promise<void>((resolve) => socket.addMessageListener((frame) => frame.event === 'hello' && resolve()));
  socket.initialize(`${server.url.replace('http', 'ws')}/api/v4/websocket`, token);
  await hello;
  return socket;
}

async function heard(frames: Frame[], matches: (frame: Frame) => boolean): Promise<Frame> {
  return expect
    .poll(() => frames.find(matches), { timeout: 5_000, interval: 10, message: 'the event never came' })
    .toBeDefined()
    .then(() => frames.find(matches)!);
}
