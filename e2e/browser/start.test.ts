import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import type { Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

const PLAN_KEPT_AFTER_MS = 2_000;

let server: TestServer;
let browser: Browser;
let admin: Person;
let ops: any;
let visitor: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  ops = await admin.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
  visitor = await Visitor.open(browser, server.url);
  await visitor.signIn(admin);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a page that starts again asks for what it needs before its code is there, once, and misses nothing meanwhile', async () => {
  const { page } = visitor;
  await visitor.goto('/harbour/channels/ops');
  await visitor.composer.waitFor();
  await expect.poll(() => page.evaluate<string>("localStorage.getItem('muster.ahead') ?? ''"), { timeout: PLAN_KEPT_AFTER_MS * 5 }).toContain('/posts?');

  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === 'GET' && pathname.startsWith('/api/v4/') && !pathname.endsWith('/image')) asked.push(pathname + search);
  });
  const posts = page.waitForResponse((response) => response.url().includes(`/channels/${ops.id}/posts?`));
  // The page's own code comes late: after its first answers, and after a message that was written since.
  await page.route('**/assets/page-*.js', async (route) => {
    await posts;
    await admin.post('/posts', { channel_id: ops.id, message: 'written while the page was on its way' });
    await route.continue();
  });
  await page.reload();
  await visitor.message('written while the page was on its way').waitFor();
  await visitor.composer.waitFor();
  expect(asked.filter((path, i) => asked.indexOf(path) !== i), 'asked for twice').toEqual([]);
  expect(visitor.crashes).toEqual([]);
});

test('whoever logs out leaves no list of what their page asks for', async () => {
  await visitor.page.unrouteAll();
  await visitor.page.getByRole('button', { name: /^Yourself:/ }).click();
  await visitor.page.getByRole('menuitem', { name: 'Log out' }).click();
  await visitor.page.locator('input[type=password]').waitFor();
  expect(await visitor.page.evaluate("localStorage.getItem('muster.ahead')")).toBeNull();
});
