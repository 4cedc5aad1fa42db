import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { signUp, type Person } from '../lib/person.ts';
import { PNG } from '../lib/png.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';
import { HOSTILE_NAME, HOSTILE_SHORT, HOSTILE_TEXTS } from './hostile-texts.ts';

let server: TestServer;
let browser: Browser;
let visitor: Visitor;
let admin: Person;
let mallory: Person;
let team: any;
let channel: any;

beforeAll(async () => {
  server = await startTestServer({ has_page: true });
  browser = await openBrowser();
  admin = await server.admin();
  mallory = await signUp(server.url, 'mallory', { first_name: HOSTILE_NAME, last_name: HOSTILE_SHORT, nickname: HOSTILE_SHORT, position: HOSTILE_NAME });
  team = await admin.post('/teams', { name: 'harbour', display_name: HOSTILE_SHORT, description: HOSTILE_NAME, type: 'O' });
  channel = await admin.post('/channels', { team_id: team.id, name: 'ops', display_name: HOSTILE_SHORT, header: HOSTILE_TEXTS.slice(0, 12).join(' '), purpose: HOSTILE_NAME, type: 'O' });
  await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: mallory.id });
  await admin.post(`/channels/${channel.id}/members`, { user_id: mallory.id });
  visitor = await Visitor.open(browser, server.url);
  await visitor.signIn(admin);
});
beforeEach(() => {
  visitor.breaches.length = 0;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('hostile messages are shown as the text that they are', async () => {
  for (const message of HOSTILE_TEXTS) await mallory.post('/posts', { channel_id: channel.id, message });
  await mallory.post('/posts', { channel_id: channel.id, message: 'that was all' });
  await visitor.goto('/harbour/channels/ops');
  await visitor.message('that was all').waitFor();
  await visitor.page.getByText(`<script>__pwned.push('script')</script>`).first().waitFor();
  await expectOnlyText();
});

test('hostile messages that arrive while one looks are text too', async () => {
  await visitor.goto('/harbour/channels/ops');
  await visitor.message('that was all').waitFor();
  for (const [i, message] of HOSTILE_TEXTS.entries()) await mallory.post('/posts', { channel_id: channel.id, message: `${message}\n\nlive ${i}` });
  await visitor.message(`live ${HOSTILE_TEXTS.length - 1}`).waitFor();
  const post = await mallory.post('/posts', { channel_id: channel.id, message: 'harmless' });
  await mallory.put(`/posts/${post.id}/patch`, { message: `edited to ${HOSTILE_TEXTS[1]}` });
  await visitor.message('edited to').waitFor();
  await expectOnlyText();
});

test('hostile names of people, teams, channels and files, topics and statuses stay text', async () => {
  await mallory.put('/users/me/status/custom', { emoji: 'calendar', text: HOSTILE_NAME, duration: 'date_and_time', expires_at: '2099-01-01T00:00:00Z' });
  const file = await mallory.upload(channel.id, `${HOSTILE_SHORT.replaceAll('/', '')}.txt`, 'words', 'text/plain');
  const picture = await mallory.upload(channel.id, '" onerror="__pwned.push(1)" x=".png', PNG, 'image/png');
  await mallory.post('/posts', { channel_id: channel.id, message: 'two files', file_ids: [file.id, picture.id] });
  await visitor.goto('/harbour/channels/ops');
  await visitor.message('two files').waitFor();
  await visitor.page.getByRole('button', { name: /member/ }).first().click();
  await visitor.page.getByRole('complementary').getByText('mallory', { exact: false }).first().waitFor();
  await expectOnlyText();
});

test('hostile cards of a webhook stay text', async () => {
  const hook = await admin.post('/hooks/incoming', { channel_id: channel.id, display_name: HOSTILE_SHORT });
  const [script, img] = HOSTILE_TEXTS as [string, string];
  const attachment = { fallback: script, color: `red;background:url(javascript:__pwned.push('color'))`, pretext: img, author_name: img, author_link: "javascript:__pwned.push('author')", author_icon: "javascript:__pwned.push('icon')", title: img, title_link: "javascript:__pwned.push('title')", text: `${img} [x](javascript:__pwned.push('text')) the end`, fields: [{ title: img, value: script, short: true }], image_url: "javascript:__pwned.push('image')", thumb_url: '"><script>', footer: img, footer_icon: 'data:text/html,x', actions: [{ id: 'a', name: img, type: 'button', integration: { url: 'http://127.0.0.1:1/x' } }] };
  const answer = await mallory.request('POST', `/hooks/${hook.id}`, { body: { text: '<javascript:__pwned.push(1)|press> the card', username: img, icon_url: "javascript:__pwned.push('hook')", attachments: [attachment] } });
  expect(answer.status, answer.text).toBe(200);
  await visitor.goto('/harbour/channels/ops');
  await visitor.page.getByText('the end').first().waitFor();
  await expectOnlyText();
});

test('a hostile address does nothing', async () => {
  for (const path of [`/harbour/channels/${encodeURIComponent(HOSTILE_NAME)}`, `/login?redirect_to=${encodeURIComponent("javascript:__pwned.push('redirect')")}`, `/?x=${encodeURIComponent(HOSTILE_NAME)}#${HOSTILE_NAME}`, `/harbour/messages/@${encodeURIComponent(HOSTILE_SHORT)}`]) {
    await visitor.goto(path);
    await visitor.page.getByRole('main').first().waitFor();
    await expectOnlyText();
  }
});

test('an uploaded page is not a page: it cannot run under the server\'s address', async () => {
  const file = await mallory.upload(channel.id, 'page.html', `<script>__pwned.push('file')</script>`, 'text/html');
  const svg = await mallory.upload(channel.id, 'picture.svg', `<svg xmlns="http://www.w3.org/2000/svg"><script>__pwned.push('svg-file')</script></svg>`, 'image/svg+xml');
  await mallory.post('/posts', { channel_id: channel.id, message: 'files', file_ids: [file.id, svg.id] });
  for (const { id } of [file, svg]) {
    const answer = await admin.call('GET', `/files/${id}`);
    const type = String(answer.headers['content-type']);
    const is_saved = String(answer.headers['content-disposition']).startsWith('attachment');
    expect(is_saved || /^text\/plain/.test(type), `${type}, ${answer.headers['content-disposition']}`).toBe(true);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    await visitor.page.goto(`${server.url}/api/v4/files/${id}`).catch(() => undefined); // a download is no page
    expect(visitor.breaches).toEqual([]);
  }
});

/** Nothing ran, and nothing stands in the page that could. */
async function expectOnlyText(): Promise<void> {
  const dangers = await visitor.page.evaluate(findDangers);
  expect(dangers).toEqual([]);
  expect(visitor.breaches).toEqual([]);
  expect(visitor.crashes).toEqual([]);
}

// Runs in the page.
function findDangers(): string[] {
  const found: string[] = [];
  for (const element of (globalThis as any).document.querySelectorAll('*')) {
    if (/^(iframe|object|embed|frame|base|mglyph|math)$/i.test(element.localName)) found.push(`<${element.localName}>`);
    if (element.localName === 'script' && !element.src) found.push('an inline script');
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${name}="${value.slice(0, 60)}"`);
      if (/^(href|src|action|formaction|xlink:href)$/i.test(name) && /^\s*(javascript|vbscript|data:text)/i.test(value)) found.push(`${name}="${value.slice(0, 60)}"`);
    }
  }
  return found;
}
