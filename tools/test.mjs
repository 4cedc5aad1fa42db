// `npm test`: all tests, browsers included. `npm test -- e2e/wire` runs only the files whose path holds that text.
import { demandNode } from './lib/node-version.mjs';

demandNode();
const { prepare } = await import('./lib/prepare.mjs');
const { runTests } = await import('./lib/tests.mjs');

let total = { passed: 0, failed: 1 };
try {
  await prepare({ with_development: true });
  total = await runTests(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
