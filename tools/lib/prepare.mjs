// Installs and builds what is missing.
import { alone } from './alone.mjs';
import { staleParts } from './inputs.mjs';
import { areInstalled, install } from './packages.mjs';
import { run } from './run.mjs';

/** Makes the checkout ready to run; does nothing in a few milliseconds if it is. */
export async function prepare({ with_development = false } = {}) {
  if (areInstalled({ with_development }) && staleParts().length === 0) return;
  await alone(async () => {
    // Only the build and the tests need the packages for development.
    if (!areInstalled({ with_development: with_development || staleParts().length > 0 })) {
      console.log('installing packages (only now, about a minute) …');
      await install();
    }
    if (staleParts().length > 0) await build();
  });
}

// In a process of its own: what the build needs in memory is given back.
async function build() {
  console.log('building …');
  const code = await run([process.execPath, 'tools/build.mjs']);
  if (code !== 0) throw new Error('Muster could not be built, see above.');
}
