import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import type { Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let admin: Person;
let program: Server;
let callback: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  admin = await server.admin();
  program = createServer((request, response) => response.end(`came back with ${request.url}`)).listen(0, '127.0.0.1');
  await new Promise((done) => program.once('listening', done));
  callback = `http://127.0.0.1:${(program.address() as AddressInfo).port}/cb`;
  await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
});
afterAll(async () => {
  await browser?.close();
  program?.close();
  await server?.close();
});

test.each(['light', 'dark'] as const)('a person sees who asks, decides, and takes it back in the settings, in the %s theme', async (colorScheme) => {
  const app = await admin.post('/oauth/apps', { name: `Board ${colorScheme}`, description: 'Shows figures', homepage: 'https://board.example.com', callback_urls: [callback] });
  const asks = `/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: app.id, redirect_uri: callback, state: 's 1' })}`;
  const visitor = await Visitor.open(browser, server.url, { colorScheme });
  await visitor.signIn(admin);
  const { page } = visitor;
  await visitor.goto(asks);
  await page.getByRole('heading', { name: `Let Board ${colorScheme} in?` }).waitFor();
  await visitor.expectUsable();
  await page.getByRole('button', { name: 'Do not' }).click();
  await page.waitForURL((url) => url.searchParams.get('error') === 'access_denied' && url.searchParams.get('state') === 's 1');
  await visitor.goto(asks);
  await page.getByRole('button', { name: 'Let it in' }).click();
  await page.waitForURL((url) => url.href.startsWith(callback) && url.searchParams.has('code'));
  await visitor.goto('/harbour/channels/town-square');
  await visitor.composer.waitFor();
  await page.keyboard.press('Control+,');
  await page.getByRole('tab', { name: 'Security' }).or(page.getByRole('button', { name: 'Security' })).first().click();
  await page.getByText(`Board ${colorScheme}`).waitFor();
  await page.getByRole('button', { name: `End Board ${colorScheme}` }).click();
  await page.getByText('You have let no program in.').waitFor();
  expect(await admin.get('/users/me/oauth/apps/authorized')).toEqual([]);
  expect(visitor.crashes).toEqual([]);
  await visitor.close();
});

test('an app that nobody has registered leads nowhere', async () => {
  const visitor = await Visitor.open(browser, server.url);
  await visitor.signIn(admin);
  await visitor.goto(`/oauth/authorize?response_type=code&client_id=${'a'.repeat(26)}&redirect_uri=https://evil.example.com/`);
  await visitor.page.getByRole('heading', { name: 'This does not work' }).waitFor();
  await visitor.close();
});
