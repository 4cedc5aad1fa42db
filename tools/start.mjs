// `npm start`: installs, builds and runs Muster. Needs nothing but Node.js.
import { demandNode } from './lib/node-version.mjs';

demandNode();
const { prepare } = await import('./lib/prepare.mjs');
try {
  await prepare();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.env.NODE_ENV ??= 'production';
const { default: module } = await import('node:module');
module.enableCompileCache?.(); // from Node.js 22.1: starts are quicker
process.setSourceMapsEnabled(true);
await import('../dist/server/main.js');
