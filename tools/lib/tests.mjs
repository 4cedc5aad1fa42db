// Runs the tests and counts them.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './inputs.mjs';
import { run } from './run.mjs';

const REPORT = path.join(ROOT, 'node_modules/.cache/muster-tests.json');

// The tests bring their own database and settings.
const FOREIGN = /^(MUSTER_|PG[A-Z]+$|DATABASE_URL$|npm_lifecycle_event$|NODE_ENV$)/;

/** How many tests passed and failed; `filters` limits them to files whose path holds one of the texts. */
export async function runTests(filters = []) {
  rmSync(REPORT, { force: true });
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`, ...filters];
  const code = await run([process.execPath, path.join(ROOT, 'node_modules/vitest/vitest.mjs'), ...args], { env });
  return count(readReport(), code);
}

// A file that cannot be loaded and an error outside of all tests count as one failed test each.
function count(report, code) {
  const suites = report?.testResults ?? [];
  const unloaded = suites.filter((suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed')).length;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + unloaded;
  return { passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1) };
}

function readReport() {
  try {
    return JSON.parse(readFileSync(REPORT, 'utf8'));
  } catch {
    return null;
  }
}
