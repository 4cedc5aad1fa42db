import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { openMailbox, type Mailbox } from '../testing.ts';
import * as s from './mail.settings.ts';

const api = (path: string) => `/api/v4${path}`;
const MAILS = '/api/muster/v1/mails';

let server: TestServer;
let admin: Client;
let box: Mailbox;
let now = Date.UTC(2030, 0, 1);

beforeAll(async () => {
  box = await openMailbox({ onRcptTo: (address, _session, done) => done(/^nobody@/.test(address.address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null) });
  server = await startTestServer({ clock: () => now });
  admin = await signIn(server, TEST_ADMIN);
});
afterAll(async () => {
  await server?.close();
  await box?.close();
});
beforeEach(() => configure(box.port));

async function configure(port: number | ''): Promise<void> {
  await server.app.settings.set(s.smtpServer, port ? '127.0.0.1' : '');
  await server.app.settings.set(s.smtpPort, String(port || 25));
}

const linkIn = (text: string | undefined) => new URL(/https?:\S+token=\S+/.exec(text ?? '')![0]);

describe('mails about the account', () => {
  test('welcome, and tell of a changed password, address and second factor, of tokens and of the end', async () => {
    const ann = await signUp(server, 'ann');
    expect((await box.next('ann@example.com')).subject).toBe('[Muster] Welcome');
    await ann.put(api('/users/me/password'), { current_password: 'Test-Password-1', new_password: 'Another-Pass-1' });
    expect((await box.next('ann@example.com')).subject).toBe('[Muster] Your password has changed');
    await admin.put(api(`/users/${ann.user.id}/patch`), { email: 'ann.new@example.com' });
    expect((await box.next('ann@example.com')).text).toContain('ann.new@example.com');
    expect((await box.next('ann.new@example.com')).subject).toBe('[Muster] Your address has changed');
    await admin.put(api(`/users/${ann.user.id}/mfa`), { activate: false });
    expect((await box.next('ann.new@example.com')).subject).toContain('second factor');
    await admin.post(api(`/users/${ann.user.id}/tokens`), { description: 'a <b>bold</b> one' });
    const told = await box.next('ann.new@example.com');
    expect(told.text).toContain('a <b>bold</b> one');
    expect(told.html).toContain('a &lt;b&gt;bold&lt;/b&gt; one');
    await admin.put(api(`/users/${ann.user.id}/active`), { active: false });
    const last = await box.next('ann.new@example.com');
    expect(last.subject).toBe('[Muster] Your account was deactivated');
    expect(last.from?.text).toContain('no-reply@localhost');
    expect(last.headers.get('auto-submitted')).toBe('auto-generated');
  });

  test('bring the link that sets a new password, in the language of their reader', async () => {
    const bob = await signUp(server, 'bob');
    await box.next('bob@example.com');
    await bob.put(api('/users/me/patch'), { locale: 'de' });
    await nobody(server).post(api('/users/password/reset/send'), { email: 'bob@example.com' });
    const mail = await box.next('bob@example.com');
    expect(mail.subject).toBe('[Muster] Neues Passwort setzen');
    const token = linkIn(mail.text).searchParams.get('token');
    expect(await nobody(server).post(api('/users/password/reset'), { token, new_password: 'Another-Pass-2' })).toMatchObject({ status: 200 });
    await signIn(server, { email: 'bob@example.com', password: 'Another-Pass-2' });
    await server.app.jobs.runDue();
    const rows = await server.app.db.rows<{ letter: unknown }>("SELECT letter FROM mails WHERE state = 'sent'");
    expect(rows.length).toBeGreaterThan(0);
    for (const { letter } of rows) expect(letter, 'a link that has left is kept nowhere').toBeNull();
  });
});

describe('without a mail server', () => {
  test('an administrator sees the links that somebody waits for, nobody else does, and nothing else is kept', async () => {
    await configure('');
    await server.app.db.run('DELETE FROM mails');
    const cat = await signUp(server, 'cat');
    await nobody(server).post(api('/users/password/reset/send'), { email: 'cat@example.com' });
    expect(await cat.get(MAILS)).toMatchObject({ status: 403 });
    const { body } = await admin.get(MAILS);
    expect(body).toMatchObject([{ recipient: 'cat@example.com', state: 'kept', subject: '[Muster] Set a new password' }]);
    expect(await nobody(server).post(api('/users/password/reset'), { token: linkIn(body[0].url).searchParams.get('token'), new_password: 'Another-Pass-3' })).toMatchObject({ status: 200 });
  });
});

describe('a mail that cannot be sent', () => {
  test('is tried again until the server is back, also after a restart', async () => {
    const gone = await openMailbox();
    await gone.close();
    await configure(gone.port);
    const dan = await signUp(server, 'dan');
    await server.app.jobs.runDue();
    const waiting = async () => (await admin.get(`${MAILS}?state=waiting`)).body.filter((mail: { recipient: string }) => mail.recipient === dan.user.email);
    await vi.waitFor(async () => expect(await waiting()).toMatchObject([{ error: expect.stringContaining('ECONNREFUSED') }]));
    await configure(box.port);
    await server.restart();
    now += 86_400_000;
    await server.app.jobs.runDue();
    expect((await box.next('dan@example.com')).subject).toBe('[Muster] Welcome');
    await vi.waitFor(async () => expect(await waiting()).toEqual([]));
  });

  test('is given up at once when the server says that there is no such address, and sent again when somebody asks', async () => {
    await nobody(server).post(api('/users'), { username: 'nobody1', email: 'nobody@example.com', password: 'Test-Password-1' });
    // The node itself may be at it already.
    const mail = await vi.waitFor(async () => {
      const [failed] = (await admin.get(`${MAILS}?state=failed`)).body;
      expect(failed).toBeDefined();
      return failed;
    });
    expect(mail).toMatchObject({ recipient: 'nobody@example.com', attempts: 1, error: expect.stringContaining('no such mailbox'), url: '' });
    expect(await admin.post(`${MAILS}/${mail.id}/retry`)).toMatchObject({ status: 200 });
    expect(await admin.post(`${MAILS}/${'a'.repeat(26)}/retry`)).toMatchObject({ status: 404 });
  });

  test('holds nobody up: a server that never answers costs its time limit only', async () => {
    const silent = await openMailbox({ onConnect: () => {} });
    await configure(silent.port);
    await server.app.settings.set(s.smtpTimeout, 1);
    const answer = await admin.post(api('/email/test'), {});
    expect(answer).toMatchObject({ status: 400, body: { id: 'api.admin.test_email.failure' } });
    await server.app.settings.set(s.smtpTimeout, 10);
    await silent.close();
  });
});

describe('a test of the settings', () => {
  test('sends a mail to who asks, with the settings given or those in force', async () => {
    expect(await admin.post(api('/email/test'))).toMatchObject({ status: 200, body: { status: 'OK' } });
    expect((await box.next('admin@example.com')).subject).toBe('[Muster] A test mail');
    await configure('');
    expect(await admin.post(api('/email/test'))).toMatchObject({ status: 400, body: { id: 'api.admin.test_email.missing_server' } });
    expect(await admin.post(api('/email/test'), { EmailSettings: { SMTPServer: '127.0.0.1', SMTPPort: String(box.port) } })).toMatchObject({ status: 200 });
    await box.next('admin@example.com');
    expect(await admin.post(api('/email/test'), { EmailSettings: { SMTPServer: '127.0.0.1', SMTPPort: 'x' } })).toMatchObject({ status: 400 });
    expect(await (await signUp(server, 'eve')).post(api('/email/test'), {})).toMatchObject({ status: 403 });
  });

  test('logs in with the password that is kept, but sends it to no other server', async () => {
    const asked: string[] = [];
    const locked = await openMailbox({ allowInsecureAuth: true, authOptional: false, onAuth: (auth, _session, done) => (asked.push(auth.password ?? ''), done(null, auth.password === 'right' ? { user: 'u' } : undefined)) });
    await configure(locked.port);
    await server.app.settings.set(s.enableSmtpAuth, true);
    await server.app.settings.set(s.smtpUsername, 'u');
    await server.app.settings.set(s.smtpPassword, 'right');
    const { EmailSettings } = (await admin.get(api('/config'))).body;
    expect(EmailSettings.SMTPPassword).toMatch(/^\*+$/);
    expect(await admin.post(api('/email/test'), { EmailSettings })).toMatchObject({ status: 200 });
    expect(await admin.post(api('/email/test'), { EmailSettings: { ...EmailSettings, SMTPServer: 'localhost' } })).toMatchObject({ status: 400, body: { id: 'api.admin.test_email.reenter_password' } });
    expect(asked).toEqual(['right']);
    await server.app.settings.set(s.enableSmtpAuth, false);
    await locked.close();
  });
});
