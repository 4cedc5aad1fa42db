import { chromium, type Browser, type Page } from 'playwright-core';
import { inject } from 'vitest';

// A browser in a container has no sandbox; none of these tests opens a foreign page. The rest keeps it from calling home.
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts the browser; close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('browser_program'), args: ARGS });
}

/** What went wrong in a page by itself: uncaught errors and complaints of the console. Look at it at the end of a test. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
