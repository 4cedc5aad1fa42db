import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../lib/browser.ts';
import { signUp, type Person } from '../lib/person.ts';
import { startTestServer, type TestServer } from '../lib/server.ts';
import { Visitor } from '../lib/visitor.ts';

let server: TestServer;
let browser: Browser;
let ann: Visitor;
let bob: Visitor;
let person: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ has_page: true }), openBrowser()]);
  const admin = await server.admin();
  const team = await admin.post('/teams', { name: 'harbour', display_name: 'Harbour', type: 'O' });
  const people = [await signUp(server.url, 'ann'), await signUp(server.url, 'bob')];
  const ops = await admin.post('/channels', { team_id: team.id, name: 'ops', display_name: 'Ops', type: 'O' });
  for (const { id } of people) {
    await admin.post(`/teams/${team.id}/members`, { team_id: team.id, user_id: id });
    await admin.post(`/channels/${ops.id}/members`, { user_id: id });
  }
  person = people[0]!;
  [ann, bob] = await Promise.all([Visitor.open(browser, server.url), Visitor.open(browser, server.url)]);
  await ann.signIn(person);
  await bob.signIn(people[1]!);
  await Promise.all([ann.goto('/harbour/channels/ops'), bob.goto('/harbour/channels/ops')]);
  await Promise.all([ann.composer.waitFor(), bob.composer.waitFor()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('an urgent message asks for acknowledgement, and who wrote it sees who gave it', async () => {
  const choose = async (name: string) => {
    await ann.page.getByRole('main').getByRole('button', { name: /^Priority/ }).click();
    await ann.page.getByRole('menuitemcheckbox', { name }).click();
  };
  await choose('Urgent');
  await choose('Ask for acknowledgement');
  await ann.say('the crane stands still');
  const asked = bob.message('the crane stands still');
  await asked.getByText('Urgent').waitFor();
  await asked.getByRole('button', { name: 'Acknowledge' }).click();
  await asked.getByText('You acknowledged').waitFor();
  await ann.message('the crane stands still').getByText('1 acknowledgement').waitFor();
  await asked.getByRole('button', { name: 'Take back' }).click();
  await ann.message('the crane stands still').getByText('Acknowledgement requested').waitFor();
  // The next message is an ordinary one again.
  await ann.page.getByRole('main').getByRole('button', { name: 'Priority', exact: true }).waitFor();
});

test('what is not sent follows to another device, and goes when it is sent there', async () => {
  await ann.composer.fill('half a thought');
  const other = await Visitor.open(browser, server.url);
  await other.signIn(person);
  await expect.poll(() => person.get('/users/me/teams').then((teams: any[]) => person.get(`/users/me/teams/${teams[0].id}/drafts`)).then((drafts: any[]) => drafts.map((d) => d.message)), { timeout: 10_000 }).toEqual(['half a thought']);
  await other.goto('/harbour/channels/ops');
  await other.composer.waitFor();
  await expect.poll(() => other.composer.inputValue()).toBe('half a thought');
  await other.composer.press('Enter');
  await ann.message('half a thought').waitFor();
  await expect.poll(() => ann.composer.inputValue()).toBe('');
  await other.context.close();
});

test('a message is scheduled, changed, and taken back', async () => {
  await ann.composer.fill('good morning, harbour');
  await ann.page.getByRole('main').getByRole('button', { name: 'Send later' }).click();
  await ann.page.getByRole('menuitem', { name: /^Tomorrow/ }).click();
  await expect.poll(() => ann.composer.inputValue()).toBe('');
  await ann.page.getByRole('link', { name: /^Drafts/ }).click();
  const row = ann.page.getByRole('main').getByRole('listitem').filter({ hasText: 'good morning, harbour' });
  await row.getByText(/^Will be sent/).waitFor();
  await ann.expectUsable();
  await row.getByRole('button', { name: 'What to do with this message' }).click();
  await ann.page.getByRole('menuitem', { name: 'Edit' }).click();
  await ann.page.getByRole('dialog').getByRole('textbox', { name: 'Message' }).fill('good evening, harbour');
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const changed = ann.page.getByRole('main').getByRole('listitem').filter({ hasText: 'good evening, harbour' });
  await changed.getByRole('button', { name: 'What to do with this message' }).click();
  await ann.page.getByRole('menuitem', { name: 'Send now' }).click();
  await bob.message('good evening, harbour').waitFor();
  await ann.page.getByText('Nothing waits to be sent').waitFor();
  await ann.goto('/harbour/channels/ops');
  await ann.composer.waitFor();
});

test('a reminder is asked for in a menu and confirmed', async () => {
  await bob.message('good evening, harbour').hover();
  await bob.message('good evening, harbour').getByRole('button', { name: 'More' }).click();
  await bob.page.getByRole('menuitem', { name: 'Remind me' }).hover();
  await bob.page.getByRole('menuitem', { name: 'In an hour' }).click();
  await bob.page.getByText(/^You will be reminded \w+/).waitFor();
});

test('bookmarks are added, renamed, moved and deleted above the conversation, for everybody', async () => {
  const bar = (of: Visitor) => of.page.getByRole('navigation', { name: 'Bookmarks' });
  const names = (of: Visitor) => bar(of).getByRole('link').allTextContents();
  const add = async (name: string) => {
    await ann.page.getByRole('main').getByRole('button', { name: 'Add a bookmark' }).click();
    await ann.page.getByRole('menuitem', { name: 'A link' }).click();
    await ann.page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).fill(`example.com/${name}`);
    await ann.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(name);
    await ann.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await bar(bob).getByRole('link', { name }).waitFor();
  };
  const pick = async (of: Visitor, name: string, item: string) => {
    await bar(of).getByRole('button', { name: `What to do with “${name}”` }).click();
    await of.page.getByRole('menuitem', { name: item }).click();
  };
  await add('runbook');
  await add('board');
  expect(await bar(bob).getByRole('link', { name: 'runbook' }).getAttribute('href')).toBe('https://example.com/runbook');
  await pick(ann, 'board', 'Move towards the start');
  await expect.poll(() => names(bob)).toEqual(['board', 'runbook']);
  await pick(bob, 'board', 'Edit');
  await bob.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('our board');
  await bob.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => names(ann)).toEqual(['our board', 'runbook']);
  await ann.expectUsable();
  await pick(ann, 'runbook', 'Delete');
  await ann.page.getByRole('alertdialog').or(ann.page.getByRole('dialog')).getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => names(bob)).toEqual(['our board']);
});

test('nothing went wrong in the page', () => {
  expect([...ann.crashes, ...bob.crashes, ...ann.breaches, ...bob.breaches]).toEqual([]);
});
