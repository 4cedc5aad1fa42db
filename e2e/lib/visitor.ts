import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Person } from './person.ts';

const PATIENCE_MS = 10_000;

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

  /** What a check for accessibility finds, in one line each. */
  async axe(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} ${n.html.slice(0, 100)}`).join(' | ')})`);
  }

  /** A message of the list on the screen, by its text. */
  message(text: string | RegExp): Locator {
    return this.page.getByRole('article').filter({ hasText: text });
  }

  close(): Promise<void> {
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
