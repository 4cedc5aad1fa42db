import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToTeam, makeTeam } from '#identity/teams/testing.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { listen, makeChannel } from '#messaging/channels/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import type { PostList } from '#messaging/posts/wire/index.ts';
import { startReceiver, type Receiver } from '#extensions/interactions/testing.ts';
import type { AutocompleteSuggestion, Command, CommandResponse } from '../wire/index.ts';
import { enableCommands } from './commands.settings.ts';

let server: TestServer;
let receiver: Receiver;
let [admin, ann, bob]: Client[] = [];
let team: Team;
let other: Team;
let ops: Channel;
let serial = 0;

beforeAll(async () => {
  server = await startTestServer({ env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } });
  receiver = await startReceiver();
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  [team, other] = [await makeTeam(admin, 'crew'), await makeTeam(admin, 'other')];
  await addToTeam(admin, team, ann, bob);
  ops = await makeChannel(ann, team, 'ops');
});
afterAll(async () => {
  receiver?.close();
  await server?.close();
});
beforeEach(() => void receiver.calls.splice(0));

const make = (more: object = {}, by = admin!) => by.post<Command>('/api/v4/commands', { team_id: team.id, trigger: `cmd${++serial}`, method: 'P', url: `${receiver.url}/cmd`, ...more });
const say = (line: string, by = ann!, channel_id = ops.id) => by.post<CommandResponse>('/api/v4/commands/execute', { channel_id, command: line });
const newest = async () => {
  const { order, posts } = (await ann!.get<PostList>(`/api/v4/channels/${ops.id}/posts`)).body;
  return posts[order[0]!]!;
};

describe('a custom command', () => {
  test('calls its address with who wrote what where, and posts the answer with all its parts', async () => {
    receiver.answers['/cmd'] = () => ({ response_type: 'in_channel', text: 'deploying <https://x.example|it>', username: 'deployer', extra_responses: [{ text: 'for you only' }], attachments: [{ text: 'a' }], goto_location: 'https://x.example' });
    const { body: command } = await make();
    const hearing = await listen(server, ann!);
    const { body } = await say(`/${command.trigger.toUpperCase()} production @bob ~ops @nobody`);
    expect(body).toMatchObject({ response_type: 'in_channel', goto_location: 'https://x.example', extra_responses: [{ text: 'for you only', extra_responses: null }] });
    const [call] = receiver.calls;
    expect(call!.headers).toMatchObject({ authorization: `Token ${command.token}`, accept: 'application/json' });
    expect(call!.body).toMatchObject({ token: command.token, team_domain: 'crew', channel_name: 'ops', user_name: 'ann', command: `/${command.trigger}`, text: 'production @bob ~ops @nobody', user_mentions: 'bob', user_mentions_ids: bob!.user.id, channel_mentions: 'ops', root_id: '' });
    expect(await newest()).toMatchObject({ message: 'deploying [it](https://x.example)', user_id: ann!.user.id, type: 'slack_attachment', props: { from_webhook: 'true', override_username: 'deployer' } });
    const heard = await hearing.take();
    hearing.close();
    expect(JSON.parse(heard.find((one) => one.event === 'ephemeral_message')!.data.post)).toMatchObject({ message: 'for you only', type: 'system_ephemeral' });
  });

  test('can be asked by GET, and answers with plain words to who wrote it', async () => {
    receiver.answers['/cmd'] = () => 'plain words';
    const { body: command } = await make({ method: 'G', url: `${receiver.url}/cmd?a=1` });
    expect((await say(`/${command.trigger} a b`)).body).toMatchObject({ response_type: '', text: 'plain words' });
    expect(Object.fromEntries(receiver.calls[0]!.query)).toMatchObject({ a: '1', text: 'a b', user_id: ann!.user.id });
  });

  test.each([
    ['fails', () => ({ status: 500 })],
    ['answers another status', () => ({ status: 201, text: '{}' })],
    ['hangs up', () => undefined],
    ['answers a wrong shape', () => ({ text: { a: 1 } })],
    ['answers more than a mebibyte', () => 'x'.repeat(1_100_000)],
  ])('tells who wrote it when it %s', async (_what, answer) => {
    receiver.answers['/cmd'] = answer;
    const { body: command } = await make();
    expect((await say(`/${command.trigger}`)).body).toMatchObject({ id: 'api.command.execute_command.failed_resp.app_error', status_code: 400, message: expect.stringMatching(/cmd|ommand/) });
    const { body: ledger } = await admin!.get(`/api/muster/v1/deliveries?kind=command&integration_id=${command.id}`);
    expect(ledger.deliveries).toHaveLength(1);
    expect(JSON.stringify(ledger)).not.toContain(command.token);
  });

  test('posts nothing where its person may not, nor in the name of the server', async () => {
    const secret = await makeChannel(admin!, team, 'secret', 'P');
    const { body: command } = await make();
    receiver.answers['/cmd'] = () => ({ response_type: 'in_channel', text: 'x', channel_id: secret.id });
    expect((await say(`/${command.trigger}`)).status).toBe(403);
    receiver.answers['/cmd'] = () => ({ text: 'x', type: 'system_join_channel' });
    expect((await say(`/${command.trigger}`)).status).toBe(400);
    receiver.answers['/cmd'] = () => ({ response_type: 'in_channel', text: 'x', props: { from_bot: 'true', mine: 1 } });
    await say(`/${command.trigger}`);
    expect((await newest()).props).not.toHaveProperty('from_bot');
  });

  test('answers later, five times, also after a restart of the server', async () => {
    receiver.answers['/cmd'] = () => '';
    const { body: command } = await make();
    await say(`/${command.trigger}`);
    const path = new URL(receiver.calls[0]!.body.response_url).pathname;
    const later = async (text: string, more: object = {}) => (await fetch(server.url + path, { method: 'POST', body: JSON.stringify({ response_type: 'in_channel', text, ...more }) })).status;
    expect(await later('first')).toBe(200);
    await server.restart();
    expect(await later('second')).toBe(200);
    expect(await newest()).toMatchObject({ message: 'second', user_id: ann!.user.id });
    expect([await later('3'), await later('4'), await later('5'), await later('6')]).toEqual([200, 200, 200, 400]);
    await server.app.db.run('UPDATE command_answers SET create_at = create_at - 1800001');
    expect(await later('too late')).toBe(404);
    expect((await nobody(server).post(`/hooks/commands/${'a'.repeat(26)}`, { text: 'x' })).status).toBe(404);
  });

  test('is completed by its tree', async () => {
    const arg = (more: object) => ({ Name: '', HelpText: 'h', Type: 'StaticList', Required: true, Data: { PossibleArguments: [{ Item: 'eu', Hint: 'Europe' }, { Item: 'us' }] }, ...more });
    const { body: command } = await make({ auto_complete: true, autocomplete_data: { Trigger: 'x', SubCommands: [{ Trigger: 'deploy', HelpText: 'Deploys', Arguments: [arg({}), arg({ Type: 'TextInput', Data: { Hint: '[reason]' } }), arg({ Name: 'force', Type: 'TextInput', Data: {} })] }, { Trigger: 'status', Arguments: [arg({ Type: 'DynamicList', Data: { FetchURL: '/list' } })] }] } });
    receiver.answers['/list'] = ({ query }) => [{ Item: `of-${query.get('user_id')}`, Hint: 'yours' }] as object;
    const suggest = async (rest: string) => (await ann!.get<AutocompleteSuggestion[]>(`/api/v4/teams/${team.id}/commands/autocomplete_suggestions?user_input=${encodeURIComponent(`/${command.trigger}${rest}`)}`)).body.map((one) => one.Complete.slice(command.trigger.length) + (one.Hint && ` ${one.Hint}`));
    expect(await suggest(' ')).toEqual([' deploy', ' status']);
    expect(await suggest(' deploy e')).toEqual([' deploy eu Europe']);
    expect(await suggest(' deploy eu ')).toEqual([' deploy eu  [reason]']);
    expect(await suggest(' deploy eu --')).toEqual([' deploy eu --force']);
    expect(await suggest(' status ')).toEqual([` status of-${ann!.user.id} yours`]);
    const listed = (await ann!.get<Command[]>(`/api/v4/teams/${team.id}/commands/autocomplete`)).body.find((one) => one.id === command.id)!;
    expect(listed).toMatchObject({ token: '', url: '', autocomplete_data: { Trigger: 'x' } });
  });
});

describe('who manages commands', () => {
  test('makes, changes, moves and deletes them; the token is given to nobody else', async () => {
    const { body: command } = await make({ auto_complete: true });
    expect((await make({}, ann!)).status).toBe(403);
    for (const answer of [await ann!.get(`/api/v4/commands/${command.id}`), await ann!.del(`/api/v4/commands/${command.id}`), await ann!.put(`/api/v4/commands/${command.id}`, {}), await ann!.put(`/api/v4/commands/${command.id}/regen_token`)]) expect(answer.status).toBe(404);
    expect(JSON.stringify((await ann!.get(`/api/v4/commands?team_id=${team.id}`)).body)).not.toContain(command.token);
    expect((await ann!.get(`/api/v4/commands?team_id=${team.id}&custom_only=true`)).status).toBe(403);
    expect((await admin!.put<Command>(`/api/v4/commands/${command.id}`, { ...command, trigger: 'Renamed', display_name: 'New' })).body).toMatchObject({ trigger: 'renamed', display_name: 'New', token: command.token });
    const { token } = (await admin!.put(`/api/v4/commands/${command.id}/regen_token`)).body;
    expect((await admin!.get<Command>(`/api/v4/commands/${command.id}`)).body.token).toBe(token);
    expect(token).not.toBe(command.token);
    expect((await server.app.db.one<{ token: string }>('SELECT token FROM custom_commands WHERE id = $1', [command.id])).token).not.toContain(token);
    expect((await admin!.put(`/api/v4/commands/${command.id}/move`, { team_id: other.id })).status).toBe(200);
    expect((await say('/renamed')).status).toBe(404);
    expect((await admin!.del(`/api/v4/commands/${command.id}`)).status).toBe(200);
    expect((await admin!.get(`/api/v4/commands/${command.id}`)).status).toBe(404);
  });

  test('of the whole server makes commands of all teams', async () => {
    receiver.answers['/cmd'] = () => 'everywhere';
    const { body: command } = await make({ team_id: '' });
    expect((await say(`/${command.trigger}`)).body.text).toBe('everywhere');
    expect((await make({ trigger: command.trigger })).body.id).toBe('api.command.duplicate_trigger.app_error');
  });

  test.each([
    [{ trigger: 'away' }, 'api.command.duplicate_trigger.app_error'],
    [{ trigger: '' }, 'model.command.is_valid.trigger.app_error'],
    [{ trigger: 'two words' }, 'model.command.is_valid.trigger.app_error'],
    [{ trigger: '/slash' }, 'model.command.is_valid.trigger.app_error'],
    [{ url: '' }, 'model.command.is_valid.url.app_error'],
    [{ url: 'ftp://x' }, 'model.command.is_valid.url_http.app_error'],
    [{ method: 'X' }, 'model.command.is_valid.method.app_error'],
    [{ display_name: 'x'.repeat(65) }, 'model.command.is_valid.display_name.app_error'],
    [{ description: 'x'.repeat(129) }, 'model.command.is_valid.description.app_error'],
  ])('%j makes no command', async (more, id) => {
    expect(await make(more)).toMatchObject({ status: 400, body: { id } });
  });

  test('can have none while they are switched off', async () => {
    const { body: command } = await make();
    await server.app.settings.set(enableCommands, false);
    expect((await make()).status).toBe(501);
    expect((await say(`/${command.trigger}`)).status).toBe(501);
    await server.app.settings.set(enableCommands, true);
  });
});
