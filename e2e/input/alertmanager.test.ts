import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMonitoring, type Monitoring } from '../lib/monitoring.ts';
import type { Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';

let server: TestServer;
let admin: Person;
let monitoring: Monitoring | undefined;
let missing = '';
const channels: Record<string, { id: string }> = {};
const hooks: Record<string, { id: string }> = {};

beforeAll(async () => {
  const found = await getMonitoring();
  if (typeof found === 'string') missing = found;
  else monitoring = found;
  if (!monitoring) return;
  server = await startTestServer();
  admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  for (const name of ['slack', 'webhook']) {
    channels[name] = await admin.post('/channels', { team_id: team.id, name, display_name: name, type: 'O' });
    hooks[name] = await admin.post('/hooks/incoming', { channel_id: channels[name]!.id, display_name: name });
  }
}, 300_000);
afterAll(async () => {
  await monitoring?.close();
  await server?.close();
});

/** Messages of a channel that came by its webhook, without replies. */
async function messagesIn(name: string): Promise<any[]> {
  const { posts } = await admin.get(`/channels/${channels[name]!.id}/posts?per_page=100`);
  return (Object.values(posts) as any[]).filter((post) => !post.root_id && post.props.from_webhook);
}

async function repliesTo(id: string): Promise<any[]> {
  const { posts } = await admin.get(`/posts/${id}/thread`);
  return (Object.values(posts) as any[]).filter((post) => post.root_id === id);
}

test('an alert of a real Prometheus and Alertmanager is one message from firing to resolved, by either receiver', async (context) => {
  if (!monitoring) return context.skip(missing);
  await monitoring.start(`
route: { receiver: slack, group_by: [alertname], group_wait: 1s, group_interval: 2s, repeat_interval: 1h, routes: [{ receiver: slack, continue: true }, { receiver: webhook }] }
receivers:
- name: slack
  slack_configs: [{ api_url: '${server.url}/hooks/${hooks['slack']!.id}', channel: '#slack', send_resolved: true }]
- name: webhook
  webhook_configs: [{ url: '${server.url}/hooks/${hooks['webhook']!.id}', send_resolved: true }]
`);
  const first: Record<string, any> = {};
  for (const name of ['slack', 'webhook']) {
    await expect.poll(async () => (await messagesIn(name)).map((post) => post.props.attachments[0].title), { timeout: 60_000, interval: 500 }).toEqual([expect.stringMatching(/^\[FIRING:1\] DiskFull/)]);
    [first[name]] = await messagesIn(name);
    expect(first[name].props.living).toMatchObject({ status: 'firing', is_closed: false });
  }
  await monitoring.setFiring(false);
  for (const name of ['slack', 'webhook']) {
    await expect.poll(async () => (await messagesIn(name)).map((post) => post.props.attachments[0].title), { timeout: 60_000, interval: 500 }).toEqual([expect.stringMatching(/^\[RESOLVED/)]);
    const [now] = await messagesIn(name);
    expect([now.id, now.props.living]).toMatchObject([first[name].id, { status: 'resolved', is_closed: true }]);
    expect((await repliesTo(now.id)).map((reply) => reply.message)).toEqual([expect.stringContaining('firing')]);
  }
}, 240_000);
