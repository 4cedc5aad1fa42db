// Installs and builds what is missing.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { alone } from './alone.mjs';
import { ROOT, staleParts } from './inputs.mjs';
import { areInstalled, install } from './packages.mjs';

/** Makes the checkout ready to run; does nothing in a few milliseconds if it is. */
export async function prepare({ with_development = false } = {}) {
  if (areInstalled({ with_development }) && staleParts().length === 0) return;
  await alone(() => {
    // Only the build and the tests need the packages for development.
    if (!areInstalled({ with_development: with_development || staleParts().length > 0 })) {
      console.log('installing packages (only now, about a minute) …');
      install();
    }
    if (staleParts().length > 0) build();
  });
}

// In a process of its own: what the build needs in memory is given back.
function build() {
  console.log('building …');
  const { status } = spawnSync(process.execPath, [path.join(ROOT, 'tools/build.mjs')], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('Muster could not be built, see above.');
}
