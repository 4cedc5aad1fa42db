// Builds what is not up to date: the page into dist/web, the server into dist/server, its migrations into dist/migrations.
// `npm run build` does so; `npm run build -- --force` builds everything.
import path from 'node:path';
import { buildServer, copyMigrations, copyWorkers } from './lib/bundle.mjs';
import { compressFolder } from './lib/compress.mjs';
import { inputsOf, markFresh, PARTS, ROOT, staleParts } from './lib/inputs.mjs';

process.chdir(ROOT);
process.env.NODE_ENV = 'production';

const builders = {
  async web() {
    const { build } = await import('vite'); // loaded only if needed: it is large
    await build({ logLevel: 'warn' });
    await compressFolder(path.join(ROOT, PARTS.web.out));
  },
  async server() {
    await buildServer();
    copyMigrations();
    copyWorkers();
  },
};

async function buildPart(part) {
  const started = performance.now();
  const inputs = inputsOf(part);
  await builders[part]();
  markFresh(part, inputs);
  console.log(`built the ${part === 'web' ? 'page' : 'server'} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

const parts = process.argv.includes('--force') ? Object.keys(PARTS) : staleParts();
const failures = (await Promise.allSettled(parts.map(buildPart))).filter((result) => result.status === 'rejected');
for (const { reason } of failures) console.error(reason?.errors?.length ? '' : (reason?.stack ?? reason));
if (failures.length) {
  console.error('The build failed, see above.');
  process.exitCode = 1;
}
