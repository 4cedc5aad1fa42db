import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { signUp } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

let server: TestServer;
let browser: Browser;
let ann: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  const admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  const person = await signUp(server.url, 'ann');
  await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: person.id });
  const square = await admin.get(`/teams/${team.id}/channels/name/town-square`);
  const post = await admin.post('/posts', { channel_id: square.id, message: `| a | b | c | d |\n|---|---|---|---|\n${'| a wide cell of a table | another wide cell | and more of it | the last |\n'.repeat(3)}` });
  await admin.post('/posts', { channel_id: square.id, message: `https://example.com/${'a-very-long-address-'.repeat(20)}` });
  await admin.post('/posts', { channel_id: square.id, message: `\`\`\`\n${'one long line of code '.repeat(20)}\n\`\`\`` });
  await admin.post('/posts', { channel_id: square.id, message: 'a reply', root_id: post.id });
  ann = await Visitor.open(browser, server.url, PHONE);
  await ann.signIn(person);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('on a phone one column shows at a time, and nothing is wider than the screen', async () => {
  const { page } = ann;
  await ann.goto('/harbour/channels/town-square');
  await ann.composer.waitFor();
  await ann.message('a-very-long-address').waitFor();
  await expectNoSidewaysScroll();
  await page.getByRole('button', { name: 'Show channels' }).click();
  await ann.channel('Off-Topic').waitFor();
  await expectNoSidewaysScroll();
  await ann.channel('Off-Topic').click();
  await page.getByRole('heading', { level: 1, name: /Off-Topic/ }).waitFor();
  await expect.poll(() => ann.channel('Town Square').isVisible()).toBe(false);
  await ann.composer.fill('from my phone');
  await page.getByRole('main').getByRole('button', { name: 'Send', exact: true }).click();
  await ann.message('from my phone').waitFor();
});

test('on a phone a thread takes the whole screen and leads back', async () => {
  const { page } = ann;
  await ann.goto('/harbour/channels/town-square');
  await ann.message('a wide cell').getByRole('button', { name: /1 reply/ }).click();
  await ann.panel.getByRole('article').filter({ hasText: 'a reply' }).waitFor();
  await expectNoSidewaysScroll();
  expect((await ann.panel.boundingBox())!.width).toBeGreaterThan(380);
  await ann.panel.getByRole('button', { name: /Close|Back/ }).first().click();
  await ann.composer.waitFor();
  expect(page.url()).toContain('/harbour/channels/town-square');
});

test('a phone\'s page is usable by everybody, and what one presses is large enough', async () => {
  await ann.goto('/harbour/channels/town-square');
  await ann.message('a-very-long-address').waitFor();
  await ann.expectUsable();
});

test('nothing of it broke', () => {
  expect(ann.crashes).toEqual([]);
});

async function expectNoSidewaysScroll(): Promise<void> {
  expect(await ann.page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
}
