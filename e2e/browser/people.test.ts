import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let admin: Person;
let ada: Person;
let bert: Person;
let channel: { id: string };
let screen: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  admin = await server.admin();
  [ada, bert] = [await signUp(server.url, 'ada'), await signUp(server.url, 'bert')];
  const team = await ada.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  await ada.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: bert.id });
  channel = await ada.post('/channels', { team_id: team.id, name: 'quay', display_name: 'Quay', type: 'O' });
  await ada.post(`/channels/${channel.id}/members`, { user_id: bert.id });
  screen = await Visitor.open(browser, server.url);
  await screen.signIn(ada);
  await screen.goto('/harbour/channels/quay');
  await screen.composer.waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('somebody makes a group in the dialog and mentions it in a message', async () => {
  const { page } = screen;
  await page.getByRole('button', { name: /Menu of the team/ }).click();
  await page.getByRole('menuitem', { name: 'User groups' }).click();
  await page.getByRole('button', { name: 'New group' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('On call');
  expect(await page.getByRole('textbox', { name: 'Mention' }).inputValue()).toBe('on-call');
  await page.getByRole('combobox').last().fill('bert');
  await page.getByRole('option', { name: /bert/ }).click();
  await screen.expectUsable();
  await page.getByRole('button', { name: 'Create group' }).click();
  await page.getByText('@on-call · 1 person').waitFor();
  await page.keyboard.press('Escape');
  await screen.composer.pressSequentially('hello @on-c');
  await page.getByRole('option', { name: /On call/ }).click();
  await screen.composer.press('Enter');
  await screen.message('hello @on-call').getByRole('button', { name: '@on-call' }).click();
  await page.getByRole('heading', { name: 'On call' }).waitFor();
  await page.getByText('bert').last().waitFor();
  await page.keyboard.press('Escape');
});

test("an administrator of a channel takes writing from its members, and their page follows", async () => {
  const { page } = screen;
  await page.getByRole('button', { name: 'Channel menu' }).first().click();
  await page.getByRole('menuitem', { name: 'Permissions' }).click();
  await page.getByRole('switch', { name: 'Write messages' }).first().click();
  await expect.poll(async () => (await bert.call('POST', '/posts', { body: { channel_id: channel.id, message: 'may I?' } })).status).toBe(403);
  await screen.expectUsable();
  await page.getByRole('switch', { name: 'Write messages' }).first().click();
  await expect.poll(async () => (await bert.call('POST', '/posts', { body: { channel_id: channel.id, message: 'may I?' } })).status).toBe(201);
  await page.keyboard.press('Escape');
});

test('fields that administrators add are on the card of a person', async () => {
  const { page } = screen;
  const field = await admin.post('/custom_profile_attributes/fields', { name: 'Desk', type: 'text' });
  await bert.must('PATCH', '/custom_profile_attributes/values', { [field.id]: 'Pier 4' });
  await screen.message('may I?').getByRole('button', { name: /bert/ }).first().click();
  await page.getByText('Pier 4').waitFor();
  await page.keyboard.press('Escape');
});

test('who is invited by mail signs up with that address and is in the team', async () => {
  const { page } = screen;
  await page.getByRole('button', { name: /Menu of the team/ }).click();
  await page.getByRole('menuitem', { name: /Invite people/ }).click();
  await page.getByRole('textbox', { name: 'Invite by e-mail' }).fill('cleo@example.org, nonsense');
  await page.getByRole('button', { name: 'Send', exact: true }).last().click();
  await page.getByText('These could not be invited: nonsense').waitFor();
  await screen.expectUsable();
  await page.keyboard.press('Escape');
  // Without a mail server administrators see the link.
  const { text } = await admin.request('GET', '/api/muster/v1/mails?state=kept');
  const link = new URL(/https?:[^"\\ ]*signup_user_complete[^"\\ ]*/.exec(text)![0]);
  const cleo = await Visitor.open(browser, server.url);
  await cleo.goto(link.pathname + link.search);
  await cleo.page.getByText('Join Harbour').first().waitFor();
  expect(await cleo.page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('cleo@example.org');
  await cleo.page.getByLabel('Password', { exact: true }).fill('Some-Pass-1');
  await cleo.page.getByRole('button', { name: 'Create account' }).click();
  await cleo.page.getByRole('heading', { level: 1, name: /Town Square/ }).waitFor();
  expect(cleo.crashes).toEqual([]);
  await cleo.close();
});

test('terms of service cover the page until they are accepted', async () => {
  const { page } = screen;
  await admin.put('/config/patch', { SupportSettings: { CustomTermsOfServiceEnabled: true } });
  await admin.post('/terms_of_service', { text: 'Be kind to each other.' });
  await page.reload();
  await page.getByRole('heading', { name: 'Terms of service' }).waitFor();
  await page.getByRole('button', { name: 'I agree' }).click();
  await page.getByRole('heading', { name: 'Terms of service' }).waitFor({ state: 'detached' });
  await page.reload();
  await screen.composer.waitFor();
  expect(await page.getByRole('heading', { name: 'Terms of service' }).count()).toBe(0);
  expect(screen.crashes).toEqual([]);
  await admin.put('/config/patch', { SupportSettings: { CustomTermsOfServiceEnabled: false } });
});
