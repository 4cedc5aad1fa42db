// What .ci/run does: installs, checks, tests. A failed check counts as one failed test.
import { demandNode } from './lib/node-version.mjs';

demandNode();
process.env.CI ??= 'true';
const { prepare } = await import('./lib/prepare.mjs');
const { run } = await import('./lib/run.mjs');
const { runTests } = await import('./lib/tests.mjs');

async function check() {
  console.log('checking …');
  const code = await run([process.execPath, 'tools/run.mjs', 'check']);
  if (code !== 0) console.log('npm run check found problems, see above.');
  return code === 0;
}

let total = { passed: 0, failed: 0 };
try {
  await prepare({ with_development: true });
  const is_clean = await check();
  total = await runTests();
  if (!is_clean) total.failed++;
} catch (error) {
  console.error(error.message);
  total.failed++;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
