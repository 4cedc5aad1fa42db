// `npm run dev`: the page with hot reloading at http://localhost:5173, the server behind it, started again when its code changes.
import { spawn } from 'node:child_process';
import { demandNode } from './lib/node-version.mjs';

demandNode();
const { prepare } = await import('./lib/prepare.mjs');
await prepare({ with_development: true });
const { context } = await import('esbuild');
const { createServer } = await import('vite');
const { copyMigrations, copyWorkers, SERVER } = await import('./lib/bundle.mjs');

const port = process.env.MUSTER_PORT || '8065';
process.env.MUSTER_URL ??= `http://127.0.0.1:${port}`; // vite.config.ts passes requests on to it

let server;

async function restart() {
  await stop();
  copyMigrations();
  copyWorkers();
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], { stdio: 'inherit', env: { MUSTER_LOG_LEVEL: 'debug', ...process.env, MUSTER_PORT: port } });
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}

const restarter = { name: 'restart', setup: (build) => build.onEnd(({ errors }) => (errors.length ? undefined : restart())) };
const bundle = await context({ ...SERVER, plugins: [restarter] });
await bundle.watch();
const page = await createServer();
await page.listen();
page.printUrls();

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await Promise.all([stop(), bundle.dispose(), page.close()]);
    process.exit(0);
  });
}
