import type { Browser } from 'playwright-core';
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
let ops: any;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  ops = await admin.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
  const visitors: Visitor[] = [];
  for (const name of ['ann', 'bob']) {
    const person = await signUp(server.url, name);
    await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: person.id });
    await admin.post(`/channels/${ops.id}/members`, { user_id: person.id });
    const visitor = await Visitor.open(browser, server.url);
    await visitor.signIn(person);
    visitors.push(visitor);
  }
  [ann, bob] = visitors as [Visitor, Visitor];
  await Promise.all([ann.goto('/harbour/channels/ops'), bob.goto('/harbour/channels/ops')]);
  await Promise.all([ann.composer.waitFor(), bob.composer.waitFor()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('while the server is away the page says so, keeps what one writes, and sends it once when it is back', async () => {
  await ann.say('before the break');
  await bob.message('before the break').waitFor();
  await server.stop();
  await ann.page.getByText('The connection is lost').waitFor();

  await ann.say('written into the silence');
  await ann.say('and a second one');
  await ann.composer.fill('half a thought');
  await ann.message('written into the silence').waitFor();

  await server.start();
  await admin.post('/posts', { channel_id: ops.id, message: 'said by somebody else meanwhile' });
  await bob.message('written into the silence').waitFor({ timeout: 60_000 });
  await bob.message('and a second one').waitFor();
  await ann.message('said by somebody else meanwhile').waitFor();
  await ann.page.getByText('The connection is lost').waitFor({ state: 'detached' });

  expect(await ann.composer.inputValue()).toBe('half a thought');
  const { order, posts } = await admin.get(`/channels/${ops.id}/posts`);
  const said = order.map((id: string) => posts[id].message).reverse();
  expect(said.filter((text: string) => text === 'written into the silence')).toHaveLength(1);
  expect(said.filter((text: string) => text === 'and a second one')).toHaveLength(1);
  expect(said.indexOf('written into the silence')).toBeLessThan(said.indexOf('and a second one'));
  expect(await ann.message('written into the silence').count()).toBe(1);
  expect(await bob.message('written into the silence').count()).toBe(1);
});

test('what was said while one\'s network was away is there when it is back, and nothing twice', async () => {
  await bob.context.setOffline(true);
  for (let i = 1; i <= 30; i++) await admin.post('/posts', { channel_id: ops.id, message: `missed ${i} of 30` });
  await bob.context.setOffline(false);
  await bob.message('missed 30 of 30').waitFor({ timeout: 60_000 });
  expect(await bob.message('missed 30 of 30').count()).toBe(1);
  const seen = new Set<string>();
  for (let tries = 0; tries < 60 && seen.size < 30; tries++) {
    for (const text of await bob.page.getByRole('main').getByText(/^missed \d+ of 30$/).allTextContents()) seen.add(text);
    await bob.page.getByRole('article').first().hover();
    await bob.page.mouse.wheel(0, -400);
  }
  expect(seen.size).toBe(30);
});

test('a draft stays when the page is loaded again', async () => {
  await ann.composer.fill('not ready to be sent');
  await ann.page.waitForFunction((text) => Object.values((globalThis as any).localStorage).some((value) => String(value).includes(text)), 'not ready to be sent');
  await ann.page.reload();
  await ann.composer.waitFor();
  await expect.poll(() => ann.composer.inputValue()).toBe('not ready to be sent');
});

test('nothing of it broke in anybody\'s page', () => {
  expect([...ann.crashes, ...bob.crashes]).toEqual([]);
});
