import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { PASSWORD } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let ada: Visitor;
let invitation: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true, has_admin: false }), openBrowser()]);
  ada = await Visitor.open(browser, server.url, { permissions: ['clipboard-read', 'clipboard-write'] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('the first person signs up, is told that the account administers, and makes a team', async () => {
  const { page } = ada;
  await ada.goto('/');
  await page.getByText('becomes the administrator').waitFor();
  await signUp(ada, 'ada@example.com');
  await page.getByRole('textbox', { name: 'Team name' }).fill('Harbour');
  await page.getByRole('button', { name: 'Create team' }).click();
  await page.getByRole('heading', { level: 1, name: /Town Square/ }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/harbour/channels/town-square');
  await ada.say('The first words');
  await ada.message('The first words').waitFor();
});

test('the first account is the administrator, the second is not', async () => {
  const me = await whoIs(ada);
  expect(me.roles).toBe('system_admin system_user');
  expect(me.username).toBe('ada');
});

test('an invitation link brings the second person into the team', async () => {
  const { page } = ada;
  await page.getByRole('button', { name: /Menu of the team/ }).click();
  await page.getByRole('menuitem', { name: /Invite people/ }).click();
  invitation = await page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
  await page.keyboard.press('Escape');
  const bert = await Visitor.open(browser, server.url);
  await bert.page.goto(invitation.replace('localhost', '127.0.0.1'));
  await bert.page.getByText('Join Harbour').first().waitFor();
  await signUp(bert, 'bert@example.com');
  await bert.page.getByRole('heading', { level: 1, name: /Town Square/ }).waitFor();
  await bert.message('The first words').waitFor();
  const me = await whoIs(bert);
  expect(me.roles).toBe('system_user');
  await bert.say('Good morning');
  await ada.message('Good morning').waitFor();
  await bert.close();
});

test('an invitation that was replaced is refused kindly', async () => {
  const carl = await Visitor.open(browser, server.url);
  await carl.goto('/signup_user_complete/?id=aaaaaaaaaaaaaaaaaaaaaaaaaa');
  await carl.page.getByText('This invitation does not work any more').waitFor();
  expect(carl.crashes).toEqual([]);
  await carl.close();
});

test('a wrong password is told, the right one leads to where one wanted to go', async () => {
  const dora = await Visitor.open(browser, server.url);
  const { page } = dora;
  await dora.goto('/harbour/channels/off-topic');
  await page.getByRole('textbox', { name: 'E-mail or user name' }).fill('bert');
  await page.getByLabel('Password', { exact: true }).fill('wrong-password');
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'is not right' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Off-Topic/i }).waitFor();
  await dora.close();
});

test('nothing of it broke in anybody\'s page', () => {
  expect(ada.crashes).toEqual([]);
  expect(ada.breaches).toEqual([]);
});

async function signUp({ page }: Visitor, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
}

async function whoIs(visitor: Visitor): Promise<{ roles: string; username: string }> {
  return (await visitor.context.request.get(`${server.url}/api/v4/users/me`)).json();
}
