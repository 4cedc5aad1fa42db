import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const ON_MACOS = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const DOWNLOAD_MS = 240_000;
const APT_MS = 400_000;

/** The path of a browser that runs: an installed Chrome or Chromium, else Playwright's, else Debian's package. */
export async function findBrowser(): Promise<string> {
  return (await firstThatRuns(installed())) ?? (await fromPlaywright()) ?? (await fromDebian()) ?? giveUp();
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [process.env.CHROME_PATH ?? '', ...found, ...ON_MACOS, playwrights()].filter((file) => file && existsSync(file));
}

function playwrights(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

async function fromPlaywright(): Promise<string | null> {
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  console.log('no browser is installed: fetching Chromium with Playwright …');
  const has_fetched = await run([process.execPath, cli, 'install', '--no-shell', 'chromium'], DOWNLOAD_MS, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' });
  const program = await firstThatRuns([playwrights()]);
  if (program || !has_fetched || process.getuid?.() !== 0) return program;
  // It came without the libraries that it needs; on Ubuntu there is no package of the browser that would bring them.
  await run([process.execPath, cli, 'install-deps', 'chromium'], APT_MS);
  return firstThatRuns([playwrights()]);
}

async function fromDebian(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !(await run(['apt-get', '--version'], 10_000))) return null;
  console.log('installing the package chromium …');
  const apt = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(['apt-get', 'update'], APT_MS, apt);
  await run(['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'], APT_MS, apt);
  return firstThatRuns(installed());
}

function giveUp(): never {
  throw new Error('The tests in the browser need Chrome or Chromium: install one, or set CHROME_PATH to its program.');
}

async function firstThatRuns(programs: readonly string[]): Promise<string | null> {
  for (const program of programs) if (program && (await run([program, '--version'], 30_000))) return program;
  return null;
}

/** Whether the program ended well, and in time. */
function run([program, ...args]: readonly string[], limit_ms: number, env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program!, args, { stdio: ['ignore', 'ignore', 'ignore'], env: { ...process.env, ...env } });
    const timer = setTimeout(() => child.kill('SIGKILL'), limit_ms);
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
