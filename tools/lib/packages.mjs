// Whether the packages of package-lock.json are installed, and installing them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './inputs.mjs';
import { run } from './run.mjs';

/** Whether every package that this platform needs is there in the version of the lock file. */
export function areInstalled({ with_development = true } = {}) {
  const wanted = readPackages('package-lock.json');
  const found = readPackages('node_modules/.package-lock.json');
  if (!wanted) return true; // nothing to compare with: an image that was made elsewhere
  if (!found) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place || entry.link || (entry.dev && !with_development)) return true;
    const installed = found[place];
    if (installed) return installed.version === entry.version && installed.integrity === entry.integrity;
    return Boolean(entry.optional || entry.devOptional || entry.peer) && !isForHere(entry);
  });
}

/** Runs `npm ci`. No script of any package is run. */
export async function install() {
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run([...npm, ...args], { env: { ...process.env, NODE_ENV: '' } }).catch((error) => {
    throw new Error(`npm cannot be run (${error.message}). It comes with Node.js; install both from nodejs.org.`);
  });
  if (code !== 0) throw new Error('The packages could not be installed, see above. Check the network and the free space, then start again.');
}

// Packages for other systems are never installed; one for this system may be missing after a copy from another machine.
// Those that also depend on the C library are left to npm: asking for it takes longer than all the rest.
function isForHere({ os, cpu, libc }) {
  const fits = (list, value) => !list || list.includes(value);
  return Boolean(os || cpu) && !libc && fits(os, process.platform) && fits(cpu, process.arch);
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages;
  } catch {
    return null;
  }
}
