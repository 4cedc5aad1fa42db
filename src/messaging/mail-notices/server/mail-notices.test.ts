import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailbox, type Mailbox } from '#governance/mail/testing.ts';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

const api = (path: string) => `/api/v4${path}`;

let server: TestServer;
let box: Mailbox;
let admin: Client;
let ann: Client;
let bob: Client;
let channel: Channel;
let now = Date.now();

beforeAll(async () => {
  box = await openMailbox();
  server = await startTestServer({ clock: () => now, env: { MUSTER_EMAILSETTINGS_SMTPSERVER: '127.0.0.1', MUSTER_EMAILSETTINGS_SMTPPORT: String(box.port) } });
  admin = await signIn(server, TEST_ADMIN);
  [ann, bob] = [await signUp(server, 'ann'), await signUp(server, 'bob')];
  const team = (await admin.post(api('/teams'), { name: 'crew', display_name: 'Crew', type: 'O' })).body;
  channel = (await admin.post<Channel>(api('/channels'), { team_id: team.id, name: 'ops', display_name: 'Operations', type: 'O' })).body;
  for (const person of [ann, bob]) {
    await admin.post(api(`/teams/${team.id}/members`), { team_id: team.id, user_id: person.user.id });
    await admin.post(api(`/channels/${channel.id}/members`), { user_id: person.user.id });
    await person.put(api('/users/me/status'), { user_id: person.user.id, status: 'offline' });
    await box.next(`${person.user.username}@example.com`); // the welcome
  }
});
afterAll(async () => {
  await server?.close();
  await box?.close();
});

// No two at the same moment: their order would be chance.
const post = async (message: string, more: object = {}) => {
  now += 1;
  return (await admin.post(api('/posts'), { channel_id: channel.id, message, ...more })).body;
};
const mailsFor = (name: string) => box.mails.filter((mail) => JSON.stringify(mail.to).includes(`${name}@`));

/** The time of collecting is over, and what is to be sent has left. */
async function later(ms = 60_000): Promise<void> {
  await server.app.settle();
  now += ms;
  await server.app.jobs.runDue();
  await server.app.jobs.runDue();
}

test('who is away gets one mail about the messages to them, with a link to them', async () => {
  const { id } = await post('@ann the <b>disk</b> is full');
  await later();
  const mail = await box.next('ann@example.com');
  expect(mail.subject).toBe('[Muster] admin wrote to you in Operations');
  expect(mail.text).toContain('> @ann the <b>disk</b> is full');
  expect(mail.text).toContain(`${server.url.replace('127.0.0.1', 'localhost')}/_redirect/pl/${id}`);
  expect(mail.html).toContain('the &lt;b&gt;disk&lt;/b&gt; is full');
  await post('@ann one');
  await post('@channel two');
  await later();
  const many = await box.next('ann@example.com');
  expect(many.subject).toBe('[Muster] 2 messages wait for you');
  expect(many.text).toMatch(/one[\s\S]*two/);
  expect((await box.next('bob@example.com')).subject).toContain('admin wrote to you');
  expect(box.mails).toEqual([]);
});

test('nothing is sent about what was read or deleted in the meantime', async () => {
  await post('@ann read this');
  const gone = await post('@bob forget this');
  await server.app.settle();
  now += 1;
  await ann.post(api('/channels/members/me/view'), { channel_id: channel.id });
  await ann.put(api('/users/me/status'), { user_id: ann.user.id, status: 'offline' });
  await admin.del(api(`/posts/${gone.id}`));
  await later();
  expect(box.mails).toEqual([]);
});

test('who is online, busy, has muted the channel or wants no mail gets none', async () => {
  for (const status of ['online', 'dnd']) {
    await ann.put(api('/users/me/status'), { user_id: ann.user.id, status });
    await post(`@ann while ${status}`);
    await later();
  }
  await ann.put(api('/users/me/status'), { user_id: ann.user.id, status: 'away' });
  await ann.put(api(`/channels/${channel.id}/members/me/notify_props`), { mark_unread: 'mention' });
  await post('@ann while muted');
  await ann.put(api(`/channels/${channel.id}/members/me/notify_props`), { mark_unread: 'all' });
  await ann.put(api('/users/me/patch'), { notify_props: { ...ann.user.notify_props, email: 'false' } });
  await post('@ann while unwilling');
  await later();
  expect(mailsFor('ann')).toEqual([]);
  await ann.put(api('/users/me/patch'), { notify_props: { ...ann.user.notify_props, email: 'true' } });
});

test('followers of a thread hear of its replies, and direct messages come as such', async () => {
  const root = (await bob.post(api('/posts'), { channel_id: channel.id, message: 'a thread' })).body;
  await bob.put(api('/users/me/status'), { user_id: bob.user.id, status: 'offline' });
  await later(1_000);
  await post('an answer', { root_id: root.id });
  await later();
  expect((await box.next('bob@example.com')).text).toContain('an answer');
  const direct = (await admin.post(api('/channels/direct'), [admin.user.id, bob.user.id])).body;
  await admin.post(api('/posts'), { channel_id: direct.id, message: 'between us' });
  await later();
  expect((await box.next('bob@example.com')).subject).toBe('[Muster] New message from admin');
});

test('a person decides how long messages are collected, and a server that no text leaves it', async () => {
  await admin.put(api('/config/patch'), { EmailSettings: { EnableEmailBatching: true, EmailNotificationContentsType: 'generic' } });
  await bob.put(api('/users/me/preferences'), [{ user_id: bob.user.id, category: 'notifications', name: 'email_interval', value: '3600' }]);
  await post('@bob a secret');
  await later();
  expect(mailsFor('bob')).toEqual([]);
  await later(3_600_000);
  const mail = await box.next('bob@example.com');
  expect(`${mail.subject}${mail.text}${String(mail.html)}`).not.toContain('a secret');
  await bob.put(api('/users/me/preferences'), [{ user_id: bob.user.id, category: 'notifications', name: 'email_interval', value: '0' }]);
  await post('@bob never');
  await later(7_200_000);
  expect(mailsFor('bob')).toEqual([]);
});
