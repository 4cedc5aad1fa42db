#!/usr/bin/env node
// `npm run demo`: a workspace in which something happened. Starts a server on a data folder of its own, or uses one
// that runs, and fills it through the protocol, as people, bots and machines would. Running it again adds nothing twice.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ADMIN, PASSWORD, PEOPLE } from './demo/people.mjs';
import { Session, logIn } from './demo/session.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const START_TIMEOUT_MS = 10 * 60_000;

const HELP = `npm run demo [-- --url http://localhost:8065] [--admin EMAIL:PASSWORD] [--once]

Without --url: uses the demo server on port $MUSTER_PORT (8065), or starts one on the data folder $MUSTER_DATA_DIR (data/demo).
--admin   an administrator of a server that is not the demo's own
--once    fill and end, also when this command has started the server`;

/** What went wrong in a way that the reader can mend: shown without a stack. */
class Failure extends Error {}

try {
  await main();
} catch (error) {
  console.error(`\n${error instanceof Failure ? error.message : error.stack}`);
  process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({ options: { url: { type: 'string' }, admin: { type: 'string' }, once: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return console.log(HELP);
  const url = (values.url ?? `http://localhost:${process.env.MUSTER_PORT ?? 8065}`).replace(/\/$/, '');
  const server = (await isUp(url)) ? undefined : start(url, values.url);
  try {
    if (server) await untilUp(url, server);
    const admin = await administrator(url, values.admin);
    // Only now: a fresh clone has its packages since the server has started.
    const { fill } = await import('./demo/fill.mjs');
    await fill(url, admin, (step) => console.log(`  ${step}`));
  } catch (error) {
    server?.kill('SIGTERM');
    throw error;
  }
  console.log(summary(url));
  if (!server) return;
  if (values.once) server.kill('SIGTERM');
  else console.log('\nThe server runs until Ctrl-C.');
  await server.ended;
}

function start(url, asked_for) {
  if (asked_for) throw new Failure(`No server answers at ${url}. Start it first, or leave out --url to start a demo server here.`);
  console.log('Starting a server for the demo');
  const env = { MUSTER_DATA_DIR: path.join(ROOT, 'data', 'demo'), ...process.env, MUSTER_ADMIN: `${ADMIN.email}:${ADMIN.password}` };
  const server = spawn(process.execPath, [path.join(ROOT, 'tools', 'start.mjs')], { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  server.ended = new Promise((resolve) => server.once('exit', resolve));
  // Ctrl-C reaches the server too: stay until it has ended.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  return server;
}

async function untilUp(url, server) {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end; await sleep(200)) {
    if (await isUp(url)) return;
    if (server.exitCode !== null) throw new Failure('The server did not start; its own words are above.');
  }
  throw new Failure(`The server at ${url} does not answer.`);
}

async function isUp(url) {
  return new Session(url).send('GET', '/system/ping').then((answer) => answer.ok, () => false);
}

async function administrator(url, text = `${ADMIN.email}:${ADMIN.password}`) {
  const [, login_id, password] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (!login_id) throw new Failure('--admin wants EMAIL:PASSWORD.');
  const admin = await logIn(url, login_id, password);
  if (!admin) throw new Failure(`${login_id} cannot log in at ${url}. If another server runs there, name one of its administrators with --admin EMAIL:PASSWORD, or take another port: MUSTER_PORT=8066 npm run demo`);
  if (!admin.user.roles.split(' ').includes('system_admin')) throw new Failure(`${login_id} is no administrator of ${url}.`);
  return admin;
}

function summary(url) {
  const rows = PEOPLE.map(({ username, first_name, last_name, position }) => `  ${username.padEnd(9)} ${`${first_name} ${last_name}`.padEnd(16)} ${position}`);
  return `\nThe demo is ready at ${url}\nLog in as leonard, or as any of these, with the password ${PASSWORD}\n${rows.join('\n')}\n  admin     ${'Administrator'.padEnd(16)} ${ADMIN.email}`;
}
