import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, openBrowser } from '../lib/browser.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true, has_admin: false }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('whoever opens a new server is asked to make the first account, on a page that everyone can use', async () => {
  const page = await (await browser.newContext()).newPage();
  const complaints = complaintsOf(page);
  await page.goto(server.url);
  await page.getByRole('textbox').first().waitFor();
  await page.locator('input[type=password]').waitFor();
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
});

test('every file of the page comes compressed and from this server alone', async () => {
  const page = await (await browser.newContext()).newPage();
  const foreign: string[] = [];
  const plain: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.origin !== server.url && url.protocol.startsWith('http')) foreign.push(url.href);
    if (/\.(js|css)$/.test(url.pathname) && response.headers()['content-encoding'] === undefined && Number(response.headers()['content-length']) > 1_000) plain.push(url.pathname);
  });
  await page.goto(server.url, { waitUntil: 'networkidle' });
  expect(foreign).toEqual([]);
  expect(plain).toEqual([]);
});
