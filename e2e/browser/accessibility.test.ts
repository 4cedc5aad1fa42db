import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let person: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  const admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O', allow_open_invite: true });
  person = await signUp(server.url, 'ann');
  const outsider = await signUp(server.url, 'otto');
  for (const { id } of [person, outsider]) await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: id });
  const square = await admin.get(`/teams/${team.id}/channels/name/town-square`);
  const post = await admin.post('/posts', { channel_id: square.id, message: '#### Release\n@ann the **gateway** is `live`\n\n- one\n- [x] two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> quiet words' });
  await admin.post('/posts', { channel_id: square.id, message: 'an answer', root_id: post.id });
  await admin.post('/reactions', { user_id: admin.id, post_id: post.id, emoji_name: 'rocket' });
  const file = await admin.upload(square.id, 'runbook.txt', 'step one', 'text/plain');
  await admin.post('/posts', { channel_id: square.id, message: 'the runbook', file_ids: [file.id] });
  await admin.post(`/posts/${post.id}/pin`);
  await admin.post('/posts', { channel_id: square.id, message: '', props: { attachments: [{ color: '#cc3340', title: 'Disk full', title_link: 'https://example.com', text: '91 %', fields: [{ title: 'Host', value: 'pg-eu-2', short: true }] }] } });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Pages, and what is opened on them. */
const PLACES: readonly [string, string, ((visitor: Visitor) => Promise<void>)?][] = [
  ['the log-in', '/login'],
  ['the sign-up', '/signup_user_complete'],
  ['a channel', '/harbour/channels/town-square', (v) => v.message('the runbook').waitFor()],
  ['a channel with a thread', '/harbour/channels/town-square', async (v) => { await v.message('Release').getByRole('button', { name: /1 reply/ }).click(); await v.panel.getByRole('article').filter({ hasText: 'an answer' }).waitFor(); }],
  ['a channel with its details', '/harbour/channels/town-square', async (v) => { await v.page.getByRole('button', { name: 'Channel details' }).click(); await v.panel.waitFor(); }],
  ['the search', '/harbour/channels/town-square', async (v) => { await v.composer.waitFor(); await v.page.keyboard.press('Control+k'); await v.page.getByRole('dialog').waitFor(); }],
  ['the channels to browse', '/harbour/channels/town-square', async (v) => { await v.page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'Add' }).click(); await v.page.getByRole('menuitem', { name: 'Browse channels' }).click(); await v.page.getByRole('dialog').waitFor(); }],
  ['the emoji', '/harbour/channels/town-square', async (v) => { await v.page.getByRole('main').getByRole('button', { name: 'Emoji' }).click(); await v.page.getByRole('dialog').or(v.page.getByRole('searchbox', { name: 'Find an emoji' })).first().waitFor(); }],
  ['the settings', '/harbour/channels/town-square', async (v) => { await v.composer.waitFor(); await v.page.keyboard.press('Control+,'); await v.page.getByRole('dialog').waitFor(); }],
  ['the threads', '/harbour/threads'],
  ['a team to join', '/select_team'],
  ['a team to make', '/create_team'],
  ['a page that does not exist', '/harbour/channels/no-such-channel'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.open(browser, server.url, { colorScheme: theme });
  });
  afterAll(() => visitor.close());

  test.each(PLACES)('%s is usable by everybody', async (_name, path, prepare) => {
    if (path.startsWith('/harbour')) await visitor.signIn(person);
    await visitor.goto(path);
    // A page's own code comes after the frame around it.
    await visitor.page.getByRole('heading', { level: 1 }).first().waitFor();
    await prepare?.(visitor);
    await visitor.expectUsable();
  });
});

test('a channel can be read, answered and left with the keyboard alone', async () => {
  const visitor = await Visitor.open(browser, server.url);
  const { page } = visitor;
  await visitor.signIn(person);
  await visitor.goto('/harbour/channels/town-square');
  await visitor.composer.waitFor();
  await expect.poll(() => visitor.composer.evaluate((element: any) => element.ownerDocument.activeElement === element)).toBe(true);
  await page.keyboard.type('by keyboard');
  await page.keyboard.press('Enter');
  await visitor.message('by keyboard').waitFor();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('textbox', { name: 'Edit the message' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('off-t');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Off-Topic/ }).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('heading', { level: 1, name: /Town Square/ }).waitFor();
  expect(visitor.crashes).toEqual([]);
  await visitor.close();
});
