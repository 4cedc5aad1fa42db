import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { addToChannel, listen, makeChannel } from '#messaging/channels/testing.ts';
import { patchChannel } from '#messaging/channels/server/feature.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { sendEphemeralPost } from '#messaging/posts/server/feature.ts';
import type { Post, PostAction } from '#messaging/posts/wire/index.ts';
import { startReceiver, type Receiver } from '../testing.ts';
import { openActionDialog, postWithButtons } from './feature.ts';
import { newTrigger } from './trigger-ids.ts';

let server: TestServer;
let receiver: Receiver;
let [admin, ann, bob, eve]: Client[] = [];
let team: Team;
let ops: Channel;

beforeAll(async () => {
  server = await startTestServer({ env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } });
  receiver = await startReceiver();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob, eve] = [await signUp(server, 'ann'), await signUp(server, 'bob'), await signUp(server, 'eve')];
  team = await makeTeam(admin, 'crew');
  await addToTeam(admin, team, ann, bob, eve);
  ops = await makeChannel(ann, team, 'ops', 'P');
  await addToChannel(ann, ops, bob);
});
afterAll(async () => {
  receiver?.close();
  await server?.close();
});
beforeEach(() => void receiver.calls.splice(0));

const button = (more: Partial<PostAction> = {}): PostAction => ({ id: 'go', name: 'Go', type: 'button', integration: { url: `${receiver.url}/go`, context: { secret: 'vault' } }, ...more });
const ask = async (actions: PostAction[], more: object = {}): Promise<Post> => (await ann!.post<Post>('/api/v4/posts', { channel_id: ops.id, message: 'Go?', props: { attachments: [{ text: 'well', actions }], ...more } })).body;
const press = (by: Client, post: { id: string }, id = 'go', body: object = {}) => by.post(`/api/v4/posts/${post.id}/actions/${id}`, body);
const read = async (post: { id: string }) => (await bob!.get<Post>(`/api/v4/posts/${post.id}`)).body;

describe('a button of an integration', () => {
  test('calls it with who pressed where, and changes the message by its answer', async () => {
    receiver.answers['/go'] = () => ({ update: { message: 'gone, <https://example.com|see>', props: {} }, ephemeral_text: 'thanks' });
    const post = await ask([button()]);
    const hearing = await listen(server, bob!);
    const { status, body } = await press(bob!, post);
    expect([status, body.status, body.trigger_id]).toEqual([200, 'OK', expect.stringMatching(/^[a-z0-9]{26}$/)]);
    expect(receiver.calls[0]!.body).toMatchObject({ user_id: bob!.user.id, user_name: 'bob', channel_id: ops.id, team_domain: 'crew', post_id: post.id, type: 'button', context: { secret: 'vault' } });
    expect(await read(post)).toMatchObject({ message: 'gone, [see](https://example.com)', props: {} });
    const heard = await hearing.take();
    hearing.close();
    expect(heard.map((one) => one.event)).toEqual(expect.arrayContaining(['ephemeral_message', 'post_edited']));
    expect(JSON.parse(heard.find((one) => one.event === 'ephemeral_message')!.data.post)).toMatchObject({ message: 'thanks', root_id: post.id });
  });

  test('keeps props, buttons and seeming author when the answer names no props', async () => {
    receiver.answers['/go'] = () => ({ update: { message: 'once more?' } });
    const post = await ask([button()], { override_username: 'robot' });
    await press(bob!, post);
    await press(bob!, post);
    expect(receiver.calls).toHaveLength(2);
    expect(await read(post)).toMatchObject({ message: 'once more?', props: { override_username: 'robot' } });
  });

  test('gives a menu the choice', async () => {
    receiver.answers['/go'] = () => '';
    const post = await ask([button({ type: 'select', options: [{ text: 'EU', value: 'eu' }] })]);
    expect((await press(bob!, post, 'go', { selected_option: 'eu' })).status).toBe(200);
    expect(receiver.calls[0]!.body.context).toEqual({ secret: 'vault', selected_option: 'eu' });
  });

  test('never tells anybody where it leads', async () => {
    const hearing = await listen(server, bob!);
    const post = await ask([button()]);
    await bob!.post('/api/v4/posts', { channel_id: ops.id, message: 'a reply', root_id: post.id });
    await ann!.put(`/api/v4/posts/${post.id}/patch`, { message: 'Go now?' });
    const seen = [
      ...(await hearing.take()),
      ...(await Promise.all([`/posts/${post.id}`, `/posts/${post.id}/thread`, `/channels/${ops.id}/posts`, `/posts/${post.id}/edit_history`].map((path) => ann!.get(`/api/v4${path}`)))).map((answer) => answer.body),
      (await bob!.post(`/api/v4/teams/${team.id}/posts/search`, { terms: 'Go', is_or_search: false })).body,
      (await bob!.get(`/api/v4/users/me/teams/${team.id}/threads?extended=true`)).body,
      (await bob!.post('/api/v4/posts/ids', [post.id])).body,
    ];
    hearing.close();
    expect(JSON.stringify(seen)).toContain('Go now?');
    expect(JSON.stringify(seen)).not.toMatch(/vault|integration"|\/go/);
  });

  test('that does not exist, is disabled, or stands where one cannot read is not pressed', async () => {
    const post = await ask([button(), button({ id: 'off', disabled: true })]);
    expect((await press(bob!, post, 'nosuch')).body).toMatchObject({ id: 'api.post.do_action.action_id.app_error', status_code: 404 });
    expect((await press(bob!, post, 'off')).status).toBe(400);
    expect((await press(eve!, post)).status).toBe(403);
    expect((await press(nobody(server), post)).status).toBe(401);
    expect(receiver.calls).toEqual([]);
  });

  test.each([
    ['fails', () => ({ status: 500 })],
    ['answers no JSON', () => 'well…'],
    ['answers a wrong shape', () => ({ update: 7 })],
    ['hangs up', () => undefined],
  ])('says so when the integration %s, and leaves the message as it is', async (_what, answer) => {
    receiver.answers['/go'] = answer;
    const post = await ask([button()]);
    expect((await press(bob!, post)).body).toMatchObject({ id: 'api.post.do_action.action_integration.app_error', status_code: 400 });
    expect((await read(post)).message).toBe('Go?');
  });

  test('stands in the ledger with each of its calls', async () => {
    receiver.answers['/go'] = () => ({ status: 500, text: 'broken' });
    await press(bob!, await ask([button()]));
    const { body } = await ann!.get('/api/muster/v1/deliveries?kind=action');
    expect(body.deliveries[0]).toMatchObject({ kind: 'action', status: 'failed', owner_id: ann!.user.id, answer: { status: 500 } });
    expect(body.deliveries[0].request.body).not.toContain('sealed:');
  });

  test('of a message that nobody keeps works by its cookie, for its reader only', async () => {
    receiver.answers['/go'] = () => ({ update: { message: 'done' } });
    const ctx = server.app.systemCtx();
    const shown = await sendEphemeralPost(ctx, bob!.user.id, { channel_id: ops.id, user_id: ann!.user.id, message: 'just you', props: { attachments: [{ text: 'x', actions: [button()] }] } });
    const [action] = shown.props.attachments![0]!.actions!;
    expect(action!.integration).toBeUndefined();
    expect(JSON.stringify(shown)).not.toContain('vault');
    expect((await press(ann!, shown, 'go', { cookie: action!.cookie })).status).toBe(403);
    expect((await press(bob!, shown, 'go', { cookie: `${action!.cookie!.slice(0, -4)}AAAA` })).status).toBe(404);
    const hearing = await listen(server, bob!);
    expect((await press(bob!, shown, 'go', { cookie: action!.cookie })).status).toBe(200);
    expect(receiver.calls).toHaveLength(1);
    expect(JSON.parse((await hearing.take()).find((one) => one.event === 'post_edited')!.data.post)).toMatchObject({ id: shown.id, message: 'done' });
    hearing.close();
  });
});

describe('a button of the server', () => {
  const post = async () => {
    const ctx = server.app.systemCtx();
    return postWithButtons(ctx, { channel_id: ops.id, message: 'Rename?', attachment: { text: 'well' }, buttons: [{ name: 'Rename', action: patchChannel, input: { channel_id: ops.id, header: 'pressed' } }] });
  };
  const idOf = (made: Post) => made.props.attachments![0]!.actions![0]!.id!;

  test('runs an action as who presses it, under that person’s permission', async () => {
    const made = await post();
    expect((await press(eve!, made, idOf(made))).status).toBe(403);
    await server.app.settle();
    expect((await press(bob!, made, idOf(made))).status).toBe(200);
    expect((await bob!.get<Channel>(`/api/v4/channels/${ops.id}`)).body.header).toBe('pressed');
  });

  test('cannot be made or copied by a message of anybody else', async () => {
    const made = await post();
    const copy = await ask([{ id: idOf(made), name: 'Free cake', type: 'button', integration: { action: 'channels.patch-channel', input: { channel_id: ops.id } } as never }]);
    expect((await press(bob!, copy, idOf(made))).status).toBe(404);
  });
});

describe('a dialog', () => {
  const dialog = { callback_id: 'c', title: 'Why?', elements: [{ display_name: 'Reason', name: 'reason', type: 'text', max_length: 20 }], submit_label: 'Send', state: 's' };
  const open = (trigger_id: string, more: object = {}) => nobody(server).post('/api/v4/actions/dialogs/open', { trigger_id, url: `${receiver.url}/submit`, dialog, ...more });

  test('opens on the screen of who pressed, for a while', async () => {
    const hearing = await listen(server, bob!);
    const { trigger_id, client_trigger_id } = newTrigger(server.app, bob!.user.id);
    expect(await open(trigger_id)).toMatchObject({ status: 200, body: { status: 'OK' } });
    const [frame] = await hearing.take();
    hearing.close();
    expect(JSON.parse(frame!.data.dialog)).toMatchObject({ trigger_id: client_trigger_id, dialog: { title: 'Why?', notify_on_cancel: false, elements: [{ name: 'reason', optional: false, options: null }] } });
  });

  test('is not opened by a broken, forged or old trigger', async () => {
    const { trigger_id } = newTrigger(server.app, bob!.user.id);
    const words = Buffer.from(trigger_id, 'base64').toString();
    const forged = Buffer.from(words.replace(bob!.user.id, ann!.user.id)).toString('base64');
    const old = newTrigger({ ...server.app, secrets: server.app.secrets, clock: () => Date.now() - 3_600_000 } as never, bob!.user.id).trigger_id;
    for (const [trigger, why] of [['%%%', 'base64_decode_failed'], [Buffer.from('abc').toString('base64'), 'missing_data'], [forged, 'verify_signature_failed'], [old, 'expired']]) {
      expect((await open(trigger!)).body).toMatchObject({ id: `interactive_message.decode_trigger_id.${why}`, status_code: 400 });
    }
    expect((await open(trigger_id, { url: '' })).status).toBe(400);
  });

  test('is submitted by who may be there; errors of fields and next steps come back', async () => {
    receiver.answers['/submit'] = ({ body }) => (body.submission.reason === 'bad' ? { errors: { reason: 'no' } } : body.submission.reason === 'more' ? { type: 'form', form: { ...dialog, title: 'Step 2' } } : '');
    const submit = (by: Client, reason: string, more: object = {}) => by.post('/api/v4/actions/dialogs/submit', { url: `${receiver.url}/submit`, callback_id: 'c', state: 's', channel_id: ops.id, team_id: team.id, submission: { reason }, ...more });
    expect((await submit(bob!, 'good')).body).toEqual({});
    expect(receiver.calls[0]!.body).toEqual({ type: 'dialog_submission', callback_id: 'c', state: 's', user_id: bob!.user.id, channel_id: ops.id, team_id: team.id, submission: { reason: 'good' }, cancelled: false });
    expect((await submit(bob!, 'bad')).body).toEqual({ errors: { reason: 'no' } });
    expect((await submit(bob!, 'more', { type: 'refresh' })).body).toMatchObject({ type: 'form', form: { title: 'Step 2', introduction_text: '' } });
    expect(receiver.calls[2]!.body.type).toBe('refresh');
    expect((await submit(eve!, 'good')).status).toBe(403);
  });

  test('of the server runs an action as who fills it in, and as nobody else', async () => {
    const ctx = server.app.ctx((await import('#identity/users/server/feature.ts')).actorOf(bob!.user), { request_id: '', ip: '', user_agent: '', connection_id: '', locale: 'en' });
    openActionDialog(ctx, bob!.user.id, dialog as never, patchChannel, { channel_id: ops.id, purpose: 'from a form' });
    const { url } = ctx.events[0]!.payload.request;
    const submit = (by: Client, to = url) => by.post('/api/v4/actions/dialogs/submit', { url: to, channel_id: ops.id, team_id: team.id, submission: { purpose: 'other' } });
    expect((await submit(ann!)).status).toBe(400);
    expect((await submit(bob!, `${url.slice(0, -3)}AAA`)).status).toBe(400);
    expect((await submit(bob!)).status).toBe(200);
    expect((await bob!.get<Channel>(`/api/v4/channels/${ops.id}`)).body.purpose).toBe('from a form');
  });
});
