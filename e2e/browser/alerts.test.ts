import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALERTMANAGER_SLACK, ALERTMANAGER_WEBHOOK, GRAFANA_SLACK, GRAFANA_WEBHOOK } from '../input/payloads.ts';
import { openBrowser } from '../lib/browser.ts';
import { call } from '../lib/http.ts';
import { signUp } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

const EVENTS: readonly { name: string; examples: readonly any[] }[] = createRequire(import.meta.url)('@octokit/webhooks-examples');
const pullRequest = EVENTS.find((event) => event.name === 'pull_request')!.examples.find((example) => example.action === 'opened');

let server: TestServer;
let browser: Browser;
let ann: Visitor;
let hook: any;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  const admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  const channel = await admin.post('/channels', { team_id: team.id, name: 'alerts', display_name: 'Alerts', type: 'O' });
  const person = await signUp(server.url, 'ann');
  await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: person.id });
  await admin.post(`/channels/${channel.id}/members`, { user_id: person.id });
  hook = await admin.post('/hooks/incoming', { channel_id: channel.id, display_name: 'Monitoring' });
  ann = await Visitor.open(browser, server.url);
  await ann.signIn(person);
  await ann.goto('/harbour/channels/alerts');
  await ann.composer.waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each([
  ['Alertmanager, by its Slack receiver', ALERTMANAGER_SLACK, {}, 'HighLatency booking-api'],
  ['Alertmanager, by its webhook', ALERTMANAGER_WEBHOOK, {}, 'The disk of pg-eu-2 is 91 % full'],
  ['Grafana, by its Slack contact point', GRAFANA_SLACK, {}, 'Queue for documents grows'],
  ['Grafana, by its webhook', GRAFANA_WEBHOOK, {}, 'Certificate expires'],
  ['GitHub', pullRequest, { 'x-github-event': 'pull_request' }, pullRequest.pull_request.title],
] as const)('what %s sends is on the screen within a second', async (_name, body, headers, text) => {
  const shown = ann.message(text).first();
  const answer = await call(server.url, 'POST', `/hooks/${hook.id}`, { body, headers });
  const sent_at = performance.now();
  expect([answer.status, answer.text]).toEqual([200, 'ok']);
  await shown.waitFor();
  expect(performance.now() - sent_at).toBeLessThan(1_000);
  expect(ann.breaches).toEqual([]);
});

test('what a webhook posts is marked as said by a machine', async () => {
  await ann.message('HighLatency booking-api').first().getByText('BOT').first().waitFor();
});
