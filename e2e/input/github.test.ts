import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

interface GithubEvent {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

// What GitHub really sends, for every event that it has.
const EVENTS: readonly GithubEvent[] = createRequire(import.meta.url)('@octokit/webhooks-examples');

let server: TestServer;
let admin: Person;
let channel: any;
let hook: any;

beforeAll(async () => {
  server = await startTestServer();
  admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  channel = await admin.post('/channels', { team_id: team.id, name: 'code', display_name: 'Code', type: 'O' });
  hook = await admin.post('/hooks/incoming', { channel_id: channel.id, display_name: 'GitHub' });
});
afterAll(() => server.close());

test.each(EVENTS.map((event) => [event.name, event] as const))('GitHub\'s event "%s" is told in words, or refused in words', async (name, event) => {
  for (const example of event.examples) {
    const answer = await admin.request('POST', `/hooks/${hook.id}`, { body: example, headers: { 'x-github-event': name, 'x-github-delivery': 'd7e3b0a0-1c1f-11ef-8000-000000000000' } });
    expect(answer.status, `${name} ${String(example['action'] ?? '')}: ${answer.text.slice(0, 200)}`).toBeLessThan(500);
    if (answer.status >= 400) expect(answer.body.id).toMatch(/^web\.incoming_webhook\./);
    else expect(await lastTextOf(channel.id), `${name} ${String(example['action'] ?? '')}`).not.toMatch(/undefined|\[object |\bnull\b|NaN/);
  }
});

test('the events of an ordinary day are all told', async () => {
  for (const name of ['push', 'pull_request', 'issues', 'issue_comment', 'release', 'workflow_run', 'check_run', 'ping']) {
    const example = EVENTS.find((event) => event.name === name)!.examples[0];
    const answer = await admin.request('POST', `/hooks/${hook.id}`, { body: example, headers: { 'x-github-event': name } });
    expect([name, answer.status, answer.text]).toEqual([name, 200, 'ok']);
  }
});

/** Everything that the newest post of the channel shows. */
async function lastTextOf(channel_id: string): Promise<string> {
  const { order, posts } = await admin.get(`/channels/${channel_id}/posts?per_page=1`);
  const { message, props } = posts[order[0]];
  return [message, ...(props.attachments ?? []).flatMap((a: any) => [a.pretext, a.title, a.text, a.footer, ...(a.fields ?? []).flatMap((f: any) => [f.title, f.value])])].filter((text) => text !== undefined && text !== null && text !== '').join('\n');
}
