import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { actorOf } from '#identity/users/server/feature.ts';
import { INTERNAL } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, makeChannel } from '#messaging/channels/testing.ts';
import { patchChannel } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { Post, PostList } from '#messaging/posts/wire/index.ts';
import { postWithButtons } from '#extensions/interactions/server/feature.ts';
import { startReceiver, type Receiver } from '#extensions/interactions/testing.ts';
import type { CommandContract, CommandRequest } from '../wire/index.ts';
import { refusalOf } from './policy.rules.ts';

let server: TestServer;
let receiver: Receiver;
let [admin, ann, bob, cy]: Client[] = [];
let team: Team;
let ops: Channel;
let serial = 0;

beforeAll(async () => {
  server = await startTestServer({ env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } });
  receiver = await startReceiver();
  receiver.answers['/cmd'] = ({ body }) => (body.dry_run ? { text: `would deploy ${body.text}` } : { response_type: 'in_channel', text: `deployed ${body.text}` });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob, cy] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'cy')];
  team = await makeTeam(admin, 'crew');
  await addToTeam(admin, team, ann, bob, cy);
  ops = await makeChannel(ann, team, 'ops');
  await addToChannel(ann, ops, bob, cy);
});
afterAll(async () => {
  receiver?.close();
  await server?.close();
});
beforeEach(() => void receiver.calls.splice(0));

const API = '/api/muster/v1/command_contracts';
const contract = (more: object = {}) => admin!.post<CommandContract>(API, { target: 'action:channels.patch-channel', ...more });
const say = (line: string, by = ann!) => by.post('/api/v4/commands/execute', { channel_id: ops.id, command: line });
const channelNow = async () => (await ann!.get<Channel>(`/api/v4/channels/${ops.id}`)).body;
const newest = async (): Promise<Post> => {
  const { order, posts } = (await ann!.get<PostList>(`/api/v4/channels/${ops.id}/posts`)).body;
  return posts[order[0]!]!;
};
const press = (by: Client, post: Post, name: string) => by.post(`/api/v4/posts/${post.id}/actions/${post.props.attachments![0]!.actions!.find((one) => one.name === name)!.id}`, {});
const requests = async () => (await admin!.get<CommandRequest[]>('/api/muster/v1/command_requests')).body;

async function deployCommand(more: object) {
  const trigger = `deploy${++serial}`;
  const { body: command } = await admin!.post('/api/v4/commands', { team_id: team.id, trigger, method: 'P', url: `${receiver.url}/cmd` });
  const { body: made } = await contract({ target: `command:${command.id}`, has_plan: true, ...more });
  return { trigger, command, made };
}

describe('a custom command with a contract', () => {
  test('shows its plan, runs once when enough others have approved, and leaves a receipt', async () => {
    const { trigger } = await deployCommand({ approvals_needed: 2, risk: 'critical' });
    expect((await say(`/${trigger} web`)).body.text).toContain('2');
    expect(receiver.calls.map((call) => call.body.dry_run)).toEqual(['true']);
    const post = await newest();
    expect(post).toMatchObject({ message: `\`/${trigger} web\` for @ann waits for approval.`, props: { attachments: [{ color: 'danger', text: expect.stringContaining('would deploy web') }] } });
    expect((await press(ann!, post, 'Approve')).status).toBe(403);
    expect((await press(bob!, post, 'Approve')).status).toBe(200);
    const again = (await ann!.get<Post>(`/api/v4/posts/${post.id}`)).body;
    expect(again.props.attachments![0]!.fields).toContainEqual({ title: 'Approved by', value: '@bob (1 of 2)', short: true });
    expect((await press(bob!, again, 'Approve')).status).toBe(400);
    expect((await press(cy!, again, 'Approve')).status).toBe(200);
    expect(receiver.calls).toHaveLength(2);
    expect(receiver.calls[1]!.body).toMatchObject({ user_name: 'ann', text: 'web' });
    expect(await newest()).toMatchObject({ message: 'deployed web', user_id: ann!.user.id });
    const receipt = (await ann!.get<Post>(`/api/v4/posts/${post.id}`)).body;
    expect(receipt.message).toContain('was run');
    expect(receipt.props.attachments![0]!.actions).toBeUndefined();
    expect((await requests())[0]).toMatchObject({ status: 'done', requester_id: ann!.user.id, approved_by: [bob!.user.id, cy!.user.id] });
    await server.app.settle();
    const audits = await server.app.db.rows<{ user_id: string; action: string; outcome: string }>("SELECT user_id, action, outcome FROM audits WHERE action IN ('approve-command-request', 'run-command-request') ORDER BY create_at, id");
    expect(audits).toEqual(expect.arrayContaining([{ user_id: ann!.user.id, action: 'run-command-request', outcome: 'success' }, { user_id: cy!.user.id, action: 'approve-command-request', outcome: 'success' }, { user_id: ann!.user.id, action: 'approve-command-request', outcome: 'api.context.permissions.app_error' }]));
  });

  test('is approved by those whom it names only, and declined or taken back', async () => {
    const { trigger } = await deployCommand({ approver_ids: [cy!.user.id] });
    await say(`/${trigger} a`);
    const post = await newest();
    expect((await press(bob!, post, 'Approve')).status).toBe(403);
    expect((await press(bob!, post, 'Cancel')).status).toBe(403);
    expect((await press(cy!, post, 'Decline')).status).toBe(200);
    expect((await ann!.get<Post>(`/api/v4/posts/${post.id}`)).body.message).toContain('declined by @cy');
    await say(`/${trigger} b`);
    expect((await press(ann!, await newest(), 'Cancel')).status).toBe(200);
    expect((await requests()).slice(0, 2).map((one) => one.status)).toEqual(['cancelled', 'declined']);
    expect(receiver.calls.filter((call) => !call.body.dry_run)).toEqual([]);
  });

  test('is refused by its policy when it is asked for and when it is approved', async () => {
    const now = Date.now();
    const freeze = { freezes: [{ from: now - 1000, until: now + 3_600_000, reason: 'Black Friday' }] };
    const { trigger, made } = await deployCommand({ policy: freeze });
    expect((await say(`/${trigger} a`)).body.message).toContain('Black Friday');
    await admin!.put(`${API}/${made.id}`, { ...made, policy: { user_ids: [bob!.user.id] } });
    expect((await say(`/${trigger} a`)).status).toBe(403);
    await say(`/${trigger} a`, bob!);
    const post = await newest();
    await admin!.put(`${API}/${made.id}`, { ...made, policy: freeze });
    expect((await press(cy!, post, 'Approve')).status).toBe(403);
    expect(receiver.calls.filter((call) => !call.body.dry_run)).toEqual([]);
  });

  test('does not run as something else than what was approved', async () => {
    const { trigger, command } = await deployCommand({});
    await say(`/${trigger} a`);
    const post = await newest();
    await admin!.put(`/api/v4/commands/${command.id}`, { ...command, url: `${receiver.url}/other` });
    await press(bob!, post, 'Approve');
    expect((await requests())[0]).toMatchObject({ status: 'failed', result: expect.stringContaining('changed') });
    expect(receiver.calls.filter((call) => !call.body.dry_run)).toEqual([]);
  });

  test('expires', async () => {
    const { trigger } = await deployCommand({ expiry_minutes: 1 });
    await say(`/${trigger} a`);
    const post = await newest();
    await server.app.db.run("UPDATE command_requests SET expires_at = 1 WHERE post_id = $1", [post.id]);
    expect((await press(bob!, post, 'Approve')).status).toBe(400);
  });
});

describe('an action with a contract', () => {
  test('runs by its command only: not by the API, a built-in command or a button', async () => {
    const { body: made } = await contract();
    expect((await ann!.put(`/api/v4/channels/${ops.id}/patch`, { header: 'by API' })).body.id).toBe('api.muster.command_contract.needed.app_error');
    expect((await say('/header by-word')).body.text).toContain('/patch-channel');
    const ctx = server.app.systemCtx();
    const post = await postWithButtons(ctx, { channel_id: ops.id, message: 'x', attachment: {}, buttons: [{ name: 'Go', action: patchChannel, input: { channel_id: ops.id, header: 'by button' } }] });
    expect((await press(ann!, post, 'Go')).body.id).toBe('api.muster.command_contract.needed.app_error');
    const as_workflow = server.app.ctx(actorOf(ann!.user), INTERNAL);
    await expect(server.app.execute(as_workflow, patchChannel, { channel_id: ops.id, header: 'by workflow' })).rejects.toMatchObject({ status: 403 });
    expect((await channelNow()).header).toBe('');
    await say('/patch-channel header:"On call: bob"');
    expect((await channelNow()).header).toBe('');
    await press(bob!, await newest(), 'Approve');
    expect((await channelNow()).header).toBe('On call: bob');
    expect((await ann!.put(`/api/v4/channels/${ops.id}/patch`, { header: 'again' })).status).toBe(403);
    expect((await admin!.del(`${API}/${made.id}`)).status).toBe(200);
    expect((await ann!.put(`/api/v4/channels/${ops.id}/patch`, { header: 'free' })).status).toBe(200);
  });

  test('that needs nobody else is confirmed by who asked', async () => {
    const { body: made } = await contract({ approvals_needed: 0 });
    await say('/patch-channel purpose:sure');
    const post = await newest();
    expect((await press(bob!, post, 'Run it')).status).toBe(403);
    expect((await press(ann!, post, 'Run it')).status).toBe(200);
    expect((await channelNow()).purpose).toBe('sure');
    await admin!.del(`${API}/${made.id}`);
  });

  test('may do no more than who asked for it may', async () => {
    const { body: made } = await contract();
    await say(`/patch-channel channel_id:${(await makeChannel(admin!, team, 'secret', 'P')).id} header:x`);
    await press(bob!, await newest(), 'Approve');
    expect((await requests())[0]!.status).toBe('failed');
    await admin!.del(`${API}/${made.id}`);
  });
});

test('contracts are made by administrators, one for each command that exists', async () => {
  expect((await ann!.post(API, { target: 'action:channels.patch-channel' })).status).toBe(403);
  expect((await contract({ target: 'action:channels.no-such' })).status).toBe(404);
  expect((await contract({ target: 'nonsense' })).status).toBe(400);
  expect((await contract({ approvals_needed: 2, approver_ids: [bob!.user.id] })).status).toBe(400);
  expect((await contract({ policy: { time_zone: 'Moon/Base' } })).status).toBe(400);
  const { body: made } = await contract();
  expect((await contract()).status).toBe(409);
  await admin!.del(`${API}/${made.id}`);
});

const WEDNESDAY = Date.parse('2026-03-04T10:00:00Z');
test.each([
  [{}, undefined],
  [{ weekdays: [3] }, undefined],
  [{ weekdays: [1, 2] }, 'on Mon, Tue'],
  [{ from: '09:00', until: '17:00' }, undefined],
  [{ from: '11:00', until: '17:00' }, 'from 11:00'],
  [{ from: '11:00', until: '17:00', time_zone: 'Europe/Berlin' }, undefined],
  [{ from: '22:00', until: '06:00' }, 'from 22:00'],
  [{ channel_ids: ['elsewhere'] }, 'this channel'],
])('the policy %j says %s on Wednesday at ten', (policy, refusal) => {
  const said = refusalOf({ user_ids: [], channel_ids: [], weekdays: [], from: '', until: '', time_zone: '', freezes: [], ...policy }, { user_id: 'u', channel_id: 'c' }, WEDNESDAY);
  if (refusal) expect(said).toContain(refusal);
  else expect(said).toBeUndefined();
});
