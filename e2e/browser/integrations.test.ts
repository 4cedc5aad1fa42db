import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { call } from '../lib/http.ts';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let person: Person;
let ann: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true, env: { MUSTER_SERVICESETTINGS_ALLOWEDUNTRUSTEDINTERNALCONNECTIONS: '127.0.0.1' } }), openBrowser()]);
  person = await signUp(server.url, 'ann');
  const team = await person.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  await person.post('/channels', { team_id: team.id, name: 'alerts', display_name: 'Alerts', type: 'O' });
  ann = await Visitor.open(browser, server.url);
  await ann.signIn(person);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a webhook is made, tested, mapped, watched and replayed in the browser', async () => {
  const { page } = ann;
  await ann.goto('/harbour/channels/alerts');
  await page.getByRole('button', { name: 'Menu of the team Harbour' }).click();
  await page.getByRole('menuitem', { name: 'Integrations' }).click();
  await page.getByRole('heading', { name: 'No incoming webhooks yet' }).waitFor();
  await page.getByRole('button', { name: 'New webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Shop');
  await dialog.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'Alerts' });
  await dialog.getByRole('button', { name: 'New webhook' }).click();
  const address = await page.getByText(/\/hooks\/[a-z0-9]{26}$/).textContent();

  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText('posted', { exact: true }).first().waitFor();

  const answer = await call(server.url, 'POST', new URL(address!).pathname, { body: { order: 'A7', state: 'late' } });
  expect(answer.status).toBe(400);
  await page.getByText('refused', { exact: true }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'neither' }).last().getByRole('button', { name: 'Try the mapping with it' }).click();
  await page.getByRole('combobox', { name: 'Payloads come from' }).selectOption({ label: 'A mapping of my own' });
  const mapping = page.getByRole('textbox', { name: 'Mapping (JSONata)' });
  await mapping.fill('{"text": "Order " & }');
  await page.getByText(/At character \d+/).waitFor();
  await mapping.fill('{"text": "Order " & order & " is " & state, "key": order, "status": state}');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByText('Order A7 is late').waitFor();
  await ann.expectUsable();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved.').waitFor();

  await page.getByRole('listitem').filter({ hasText: 'neither' }).last().getByRole('button', { name: 'Replay' }).click();
  await expect.poll(async () => page.getByText('posted', { exact: true }).count()).toBe(2);
  await ann.goto('/harbour/channels/alerts');
  await ann.message('Order A7 is late').waitFor();
  expect([ann.crashes, ann.breaches]).toEqual([[], []]);
});

test('an outgoing webhook is made, sends messages that begin with its word, and shows its calls', async () => {
  const { page } = ann;
  const heard: string[] = [];
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      heard.push(body);
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/build`;
  await ann.goto('/harbour/integrations/outgoing');
  await page.getByRole('button', { name: 'New outgoing webhook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Build server');
  await dialog.getByRole('textbox', { name: 'Trigger words' }).fill('build rebuild');
  await dialog.getByRole('textbox', { name: 'Addresses' }).fill(address);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('build, rebuild in All open channels of the team').waitFor();
  await ann.expectUsable();
  const alerts = await person.get('/teams/name/harbour/channels/name/alerts');
  await person.post('/posts', { channel_id: alerts.id, message: 'build the harbour' });
  await page.getByText('sent', { exact: true }).waitFor();
  expect(JSON.parse(heard[0]!)).toMatchObject({ text: 'build the harbour', trigger_word: 'build' });
  receiver.close();
});

test('a subscription is made, shows its secret once, and is tested and switched off', async () => {
  const { page } = ann;
  await ann.goto('/harbour/integrations/subscriptions');
  await page.getByRole('button', { name: 'New subscription' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Warehouse');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/');
  await dialog.getByRole('textbox', { name: 'Events' }).fill('post.created nothing.such');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('No event is called "nothing.such"').waitFor();
  await dialog.getByRole('textbox', { name: 'Events' }).fill('post.created channel.*');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText(/^whsec_/).waitFor();
  await ann.expectUsable();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByText('post.created, channel.* → 127.0.0.1:9').waitFor();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText(/waiting|given up|refused/).first().waitFor();
  await page.getByRole('button', { name: 'More for Warehouse' }).click();
  await page.getByRole('menuitem', { name: 'Switch off' }).click();
  await page.getByText('off · post.created, channel.* → 127.0.0.1:9').waitFor();
});
