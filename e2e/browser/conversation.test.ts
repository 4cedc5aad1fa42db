import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let ann: Visitor;
let bob: Visitor;
let admin: Person;
let team: any;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  admin = await server.admin();
  team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  const people = [await signUp(server.url, 'ann', { first_name: 'Ann', last_name: 'Weaver' }), await signUp(server.url, 'bob', { first_name: 'Bob', last_name: 'Miller' })];
  const ops = await admin.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
  for (const person of people) {
    await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: person.id });
    await admin.post(`/channels/${ops.id}/members`, { user_id: person.id });
  }
  [ann, bob] = await Promise.all([Visitor.open(browser, server.url), Visitor.open(browser, server.url)]);
  await ann.signIn(people[0]!);
  await bob.signIn(people[1]!);
  await Promise.all([ann.goto('/harbour/channels/ops'), bob.goto('/harbour/channels/ops')]);
  await Promise.all([ann.composer.waitFor(), bob.composer.waitFor()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a message reaches the other person as it is sent', async () => {
  await ann.say('Deploy of the **gateway** begins');
  const message = bob.message('Deploy of the gateway begins');
  await message.waitFor();
  expect(await message.locator('strong').textContent()).toBe('gateway');
  await message.getByText('Ann Weaver').or(message.getByText('ann', { exact: true })).first().waitFor();
});

test('while one writes, the other sees it', async () => {
  await bob.composer.pressSequentially('canary ');
  await ann.page.getByText(/is typing/).waitFor();
  await bob.composer.fill('');
});

test('a reaction shows at both, and is taken back by a second press', async () => {
  const mine = bob.message('Deploy of the gateway');
  await bob.act(mine, /^React with/);
  const reactions = ann.message('Deploy of the gateway').getByRole('group', { name: 'Reactions' });
  await reactions.getByRole('button', { name: /1 person/ }).waitFor();
  await reactions.getByRole('button', { name: /1 person/ }).click();
  await mine.getByRole('button', { name: /2 people, you among them/ }).click();
  await reactions.getByRole('button', { name: /1 person, you among them/ }).waitFor();
});

test('an answer in the thread stays in the thread, and is counted below its message', async () => {
  await bob.act(bob.message('Deploy of the gateway'), 'Reply in thread');
  const answer = bob.panel.getByRole('textbox', { name: /^Message to/ });
  await answer.fill('canary is green');
  await answer.press('Enter');
  await bob.panel.getByRole('article').filter({ hasText: 'canary is green' }).waitFor();
  await ann.message('Deploy of the gateway').getByRole('button', { name: /1 reply/ }).click();
  await ann.panel.getByRole('article').filter({ hasText: 'canary is green' }).waitFor();
  expect(await ann.message('canary is green').count()).toBe(0);
  await ann.page.keyboard.press('Escape');
});

test('a changed message changes at both and says so', async () => {
  await ann.say('all cells drained at 10:03');
  await bob.message('drained at 10:03').waitFor();
  await ann.pick(ann.message('drained at 10:03'), 'Edit');
  const editor = ann.page.getByRole('textbox', { name: 'Edit the message' });
  await editor.fill('all cells drained at 10:30');
  await editor.press('Enter');
  const changed = bob.message('drained at 10:30');
  await changed.getByText('edited').waitFor();
});

test('a deleted message disappears at both', async () => {
  await ann.say('wrong window, sorry');
  await bob.message('wrong window').waitFor();
  await ann.pick(ann.message('wrong window'), 'Delete');
  await ann.message('wrong window').waitFor({ state: 'detached' });
  await expect.poll(() => bob.message('wrong window').count(), { timeout: 15_000 }).toBe(0);
});

test('a picture and a document are sent, shown and can be fetched', async () => {
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#2f5bea' } }).png().toBuffer();
  await ann.page.locator('input[type=file][multiple]').first().setInputFiles([
    { name: 'latency.png', mimeType: 'image/png', buffer: picture },
    { name: 'runbook.txt', mimeType: 'text/plain', buffer: Buffer.from('step one') },
  ]);
  await ann.composer.fill('the runbook');
  await ann.page.getByRole('main').getByRole('button', { name: 'Send', exact: true }).click();
  const message = bob.message('the runbook');
  await message.getByText('runbook.txt').waitFor();
  await message.getByRole('button', { name: 'Open latency.png' }).waitFor();
  const address = await message.getByRole('link', { name: /runbook\.txt/ }).first().getAttribute('href');
  expect(await (await bob.context.request.get(new URL(address!, server.url).href)).text()).toBe('step one');
});

test('what happens in another channel shows as unread, a mention as a number', async () => {
  await bob.channel('Off-Topic').click();
  await bob.page.getByRole('heading', { level: 1, name: /Off-Topic/ }).waitFor();
  await ann.say('nothing special');
  await bob.channel('Ops').filter({ hasText: 'unread' }).waitFor();
  await ann.say('@bob can you look?');
  await bob.channel('Ops').filter({ hasText: '1 mention' }).or(bob.channel('Ops').getByLabel('1 mention')).first().waitFor();
  await expect.poll(() => bob.page.title()).toMatch(/\(1\)|1 /);
  await bob.channel('Ops').click();
  await bob.message('can you look?').waitFor();
  await expect.poll(() => bob.channel('Ops').getByLabel(/mention/).count()).toBe(0);
  await expect.poll(() => bob.page.title(), { timeout: 15_000 }).not.toMatch(/\(1\)/);
});

test('a direct message opens by the person\'s name and reaches only them', async () => {
  await ann.goto('/harbour/messages/@bob');
  await ann.composer.waitFor();
  await ann.say('between us');
  const line = bob.page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: /Ann Weaver|ann/ });
  await line.first().click();
  await bob.message('between us').waitFor();
});

test('nothing of it broke in anybody\'s page', () => {
  expect([...ann.crashes, ...bob.crashes]).toEqual([]);
  expect([...ann.breaches, ...bob.breaches]).toEqual([]);
});
