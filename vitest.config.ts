import path from 'node:path';
import { defineConfig } from 'vitest/config';

const POSTGRES = path.resolve(import.meta.dirname, 'src/kernel/testing/postgres.global.ts');
const BROWSER = 'e2e/browser/**/*.test.ts';
const WEB = 'src/**/{web,wire}/**/*.test.{ts,tsx}';

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'web', include: [WEB] } },
      {
        test: {
          name: 'server',
          include: ['{src,tools,bench,packages}/**/*.test.{ts,mjs}'],
          exclude: [WEB, '**/node_modules/**'],
          globalSetup: [POSTGRES],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: [BROWSER, '**/node_modules/**'],
          globalSetup: [POSTGRES],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [BROWSER],
          globalSetup: [POSTGRES, path.resolve(import.meta.dirname, 'e2e/lib/browser.global.ts')],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
