// Runs a tool that is written in TypeScript: `node tools/run.mjs where posted` bundles tools/where.ts and runs it.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const name = process.argv[2];
if (!name) {
  console.error('Which tool? node tools/run.mjs NAME, where tools/NAME.ts exists.');
  process.exit(2);
}
process.argv.splice(2, 1);
const outfile = path.resolve('node_modules/.cache/muster-tools', `${path.basename(name)}.mjs`);
mkdirSync(path.dirname(outfile), { recursive: true });
// esbuild has said what is wrong.
await build({ entryPoints: [`${name.includes('/') ? '' : 'tools/'}${name}.ts`], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', sourcemap: 'inline', logLevel: 'warning' }).catch(() => process.exit(1));
await import(pathToFileURL(outfile).href);
