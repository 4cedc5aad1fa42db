import { mkdir } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import type { Person } from './person.ts';

// What people write begins with whatever heading they like.
const FREE = ['heading-order'];
// A tooltip that happens to be open describes its button and belongs to no landmark.
const TOOLTIP = '[data-radix-popper-content-wrapper]:has([role="tooltip"])';
const PATIENCE_MS = 20_000;

const open = new Set<Visitor>();

// What everybody saw when a test failed, in `screens/`.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await mkdir('screens', { recursive: true });
  for (const [i, { page }] of [...open].entries()) await page.screenshot({ path: `screens/${task.name.replace(/\W+/g, '-').slice(0, 60)}-${i + 1}.png` }).catch(() => {});
});

/** Somebody at a screen: a context of the browser with one page, and what went wrong in it. */
export class Visitor {
  readonly url: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Script that ran though it was only text, and what the page's policy had to stop. */
  readonly breaches: string[] = [];
  /** Errors that the page's own code left uncaught. */
  readonly crashes: string[] = [];

  private constructor(url: string, context: BrowserContext, page: Page) {
    this.url = url;
    this.context = context;
    this.page = page;
  }

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1_280, height: 800 }, reducedMotion: 'reduce', locale: 'en-GB', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    const visitor = new Visitor(url, context, page);
    open.add(visitor);
    await context.exposeFunction('__breach', (what: string) => void visitor.breaches.push(what));
    await context.addInitScript(setTraps);
    page.on('dialog', (dialog) => {
      visitor.breaches.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => visitor.crashes.push(error.message));
    return visitor;
  }

  /** Signs in without the form: with the cookies of a person's log-in. */
  async signIn(person: Person): Promise<void> {
    await this.context.addCookies(Object.entries(person.cookies).map(([name, value]) => ({ name, value, url: this.url, httpOnly: name === 'MMAUTHTOKEN', sameSite: 'Lax' as const })));
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Fails with what a check for accessibility finds on the screen, one line each. */
  async expectUsable(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).exclude(TOOLTIP).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).disableRules(FREE).analyze();
    const found = violations.map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.html.slice(0, 100)}`).join(' | ')})`);
    if (found.length) expect.fail(found.join('\n'));
  }

  /** A message of the channel on the screen, by its text. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('article').filter({ hasText: text });
  }

  /** Where one writes to the channel on the screen. */
  get composer(): Locator {
    return this.page.getByRole('main').getByRole('textbox', { name: /^Message to/ });
  }

  /** The panel at the right-hand side, such as a thread. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Side panel' });
  }

  /** A channel's line in the sidebar. */
  channel(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: new RegExp(`^(Public channel |Private channel )?${name}`) });
  }

  /** Writes a message to the channel on the screen and sends it. */
  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Presses a button of a message's toolbar. */
  async act(message: Locator, button: string | RegExp): Promise<void> {
    await message.hover();
    await message.getByRole('toolbar').getByRole('button', { name: button }).first().click();
  }

  /** Picks a line of the menu of a message. */
  async pick(message: Locator, item: string): Promise<void> {
    await this.act(message, 'More');
    await this.page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  }

  close(): Promise<void> {
    open.delete(this);
    return this.context.close();
  }
}

// Runs in the page before anything else: hostile texts call `__pwned.push`, whoever gets there has run as script.
function setTraps(): void {
  const page = globalThis as any;
  const tell = (what: string): void => page.__breach(what);
  page.__pwned = { push: (name: string) => tell(`script ran: ${name}`) };
  page.document.addEventListener('securitypolicyviolation', (event: any) => tell(`the page's policy stopped ${event.violatedDirective} ${event.blockedURI}`));
}
