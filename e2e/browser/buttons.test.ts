import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReceiver, type Receiver } from '#extensions/interactions/testing.ts';
import { openBrowser } from '../lib/browser.ts';
import { call } from '../lib/http.ts';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let receiver: Receiver;
let person: Person;
let channel: any;
let ann: Visitor;

const DIALOG = {
  callback_id: 'deploy', title: 'Deploy', introduction_text: 'To **production**.', submit_label: 'Go', state: 's', notify_on_cancel: true,
  elements: [
    { display_name: 'Reason', name: 'reason', type: 'text', min_length: 3, help_text: 'Why now?' },
    { display_name: 'Notes', name: 'notes', type: 'textarea', optional: true },
    { display_name: 'Region', name: 'region', type: 'select', options: [{ text: 'Europe', value: 'eu' }, { text: 'America', value: 'us' }] },
    { display_name: 'Host', name: 'host', type: 'select', data_source: 'dynamic', optional: true, multiselect: true },
    { display_name: 'Watcher', name: 'watcher', type: 'select', data_source: 'users', optional: true },
    { display_name: 'Speed', name: 'speed', type: 'radio', options: [{ text: 'Slow', value: 'slow' }, { text: 'Fast', value: 'fast' }], default: 'slow' },
    { display_name: 'Tell everybody', name: 'tell', type: 'bool', default: 'true', optional: true },
    { display_name: 'Day', name: 'day', type: 'date', optional: true },
    { display_name: 'When', name: 'when', type: 'datetime', optional: true },
  ],
};

beforeAll(async () => {
  [server, browser, receiver] = await Promise.all([startTestServer({ has_page: true, env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } }), openBrowser(), startReceiver()]);
  const admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  channel = await admin.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Operations', type: 'O' });
  person = await signUp(server.url, 'ann');
  await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: person.id });
  await admin.post(`/channels/${channel.id}/members`, { user_id: person.id });
  await admin.post('/commands', { team_id: team.id, trigger: 'deploy', method: 'P', url: `${receiver.url}/cmd`, auto_complete: true, auto_complete_hint: '[app]', auto_complete_desc: 'Deploys an app', autocomplete_data: { Trigger: 'deploy', SubCommands: [{ Trigger: 'web', HelpText: 'The page' }, { Trigger: 'api', HelpText: 'The server' }] } });
  receiver.answers['/list'] = () => ({ items: [] });
  ann = await Visitor.open(browser, server.url);
  await ann.signIn(person);
  await ann.goto('/harbour/channels/ops');
  await ann.composer.waitFor();
});
afterAll(async () => {
  receiver?.close();
  await browser?.close();
  await server?.close();
});

test('a press of a button changes the message, and a refusal is said beside it', async () => {
  receiver.answers['/approve'] = () => ({ status: 500 });
  await person.post('/posts', { channel_id: channel.id, message: 'Release 5?', props: { attachments: [{ text: 'All green', color: 'good', fields: [{ title: 'Commit', value: 'abc', short: true }], actions: [{ id: 'yes', name: 'Approve', style: 'good', integration: { url: `${receiver.url}/approve` } }] }] } });
  const button = ann.message('Release 5?').getByRole('button', { name: 'Approve' });
  await button.click();
  await ann.message('Release 5?').getByRole('alert').waitFor();
  receiver.answers['/approve'] = ({ body }) => ({ update: { message: `Approved by ${body.user_name}`, props: {} } });
  await button.click();
  await ann.message('Approved by ann').waitFor();
  expect(await ann.message('Approved by ann').getByRole('button', { name: 'Approve' }).count()).toBe(0);
});

test('a command opens a form; what is wrong is said, the filled-in form becomes a message', async () => {
  receiver.answers['/cmd'] = async ({ body }) => {
    await call(server.url, 'POST', '/api/v4/actions/dialogs/open', { body: { trigger_id: body.trigger_id, url: `${receiver.url}/submit`, dialog: DIALOG } });
    return '';
  };
  receiver.answers['/submit'] = async ({ body }) => {
    if (body.type === 'dialog_lookup') return { items: [{ text: `Host ${body.submission.query || 'one'}`, value: 'h1' }] };
    if (body.submission.reason === 'because') return { errors: { reason: 'Better than that.' } };
    await person.post('/posts', { channel_id: channel.id, message: `deployed ${JSON.stringify(body.submission)}` });
    return '';
  };
  await ann.composer.fill('/deploy web');
  await ann.composer.press('Enter');
  const form = ann.page.getByRole('dialog', { name: 'Deploy' });
  await form.waitFor();
  await ann.expectUsable();
  for (const colorScheme of ['light', 'dark'] as const) {
    await ann.page.emulateMedia({ colorScheme });
    if (process.env['SHOTS']) await ann.page.screenshot({ path: `${process.env['SHOTS']}/dialog-${colorScheme}.png` });
  }
  await form.getByRole('button', { name: 'Go' }).click();
  expect(await form.getByText('This is needed.').count()).toBe(2);
  await form.getByRole('textbox', { name: 'Reason' }).fill('because');
  await form.getByRole('button', { name: 'Region' }).click();
  await ann.page.getByRole('button', { name: 'Europe' }).click();
  await form.getByRole('button', { name: 'Host' }).click();
  await ann.page.getByRole('button', { name: 'Host one' }).click();
  await ann.page.keyboard.press('Escape');
  await form.getByRole('radio', { name: 'Fast' }).click();
  await form.getByRole('button', { name: 'Go' }).click();
  await form.getByText('Better than that.').waitFor();
  await form.getByRole('textbox', { name: 'Reason' }).fill('it is ready');
  await form.getByRole('button', { name: 'Go' }).click();
  await ann.message('deployed').waitFor();
  const { message } = (await person.get(`/channels/${channel.id}/posts?per_page=1`)).posts[(await person.get(`/channels/${channel.id}/posts?per_page=1`)).order[0]];
  expect(JSON.parse(message.slice('deployed '.length))).toEqual({ reason: 'it is ready', notes: '', region: 'eu', host: ['h1'], watcher: null, speed: 'fast', tell: true, day: null, when: null });
  await form.waitFor({ state: 'detached' });
  expect([ann.breaches, ann.crashes]).toEqual([[], []]);
});

test('a form that is left tells its integration, if it wants to know', async () => {
  await ann.composer.fill('/deploy api');
  await ann.composer.press('Enter');
  const form = ann.page.getByRole('dialog', { name: 'Deploy' });
  await form.waitFor();
  await ann.page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => receiver.calls.some((one) => one.body.cancelled === true)).toBe(true);
});

test('what follows a command is completed by its tree', async () => {
  await ann.composer.fill('');
  await ann.composer.pressSequentially('/deploy a');
  await ann.page.getByText('The server').waitFor();
  await ann.page.keyboard.press('Tab');
  expect(await ann.composer.inputValue()).toBe('/deploy api ');
});
