// What the build is made from, and whether it is up to date.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const SHARED = ['package.json', 'package-lock.json', 'tsconfig.json', 'tools/build.mjs'];
const NOT_BUILT = /\.test\.tsx?$|(^|\/)testing(\/|\.ts$)|\.md$/;

/** The parts of the build: where each goes and which files it is made from. */
export const PARTS = {
  web: { out: 'dist/web', extra: ['index.html', 'vite.config.ts', 'tsconfig.web.json'], takes: (file) => /^src\/web\.tsx$|\/(web|wire)\//.test(file) },
  server: { out: 'dist/server', extra: ['tools/lib/bundle.mjs', 'docs/protocol/routes.json'], takes: (file) => !/^src\/web\.tsx$|\/web\//.test(file) },
};

/** The names of the parts that are not up to date. */
export function staleParts() {
  return Object.keys(PARTS).filter((part) => !isFresh(part));
}

/** Call it with `inputsOf` from before the build: what changed meanwhile is then built the next time. */
export function markFresh(part, inputs) {
  mkdirSync(path.join(ROOT, PARTS[part].out), { recursive: true });
  writeFileSync(stampOf(part), JSON.stringify(inputs));
}

/** `stats` changes with any touch of a file, `hash` only with a content. */
export function inputsOf(part) {
  const files = filesOf(part);
  return { stats: statsOf(files), hash: hashOf(files) };
}

function isFresh(part) {
  const stamp = readStamp(part);
  if (!stamp) return false;
  const files = filesOf(part);
  if (files.length === SHARED.length + PARTS[part].extra.length) return true; // built elsewhere: there is no source here
  const stats = statsOf(files);
  if (stats === stamp.stats) return true;
  if (hashOf(files) !== stamp.hash) return false;
  try {
    markFresh(part, { ...stamp, stats });
  } catch {
    // a folder that cannot be written costs a few milliseconds the next time
  }
  return true;
}

function readStamp(part) {
  try {
    return JSON.parse(readFileSync(stampOf(part), 'utf8'));
  } catch {
    return null;
  }
}

// Beside the output, not in it: what is in dist/web is served.
function stampOf(part) {
  return path.join(ROOT, `${PARTS[part].out}.json`);
}

function filesOf(part) {
  const { extra, takes } = PARTS[part];
  const sources = listFiles('src').filter((file) => !NOT_BUILT.test(file) && takes(file));
  return [...SHARED, ...extra, ...sources.sort()];
}

function listFiles(folder) {
  try {
    const entries = readdirSync(path.join(ROOT, folder), { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? listFiles(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
  } catch {
    return [];
  }
}

function statsOf(files) {
  const hash = createHash('sha1');
  for (const file of files) {
    const info = statSync(path.join(ROOT, file), { throwIfNoEntry: false });
    hash.update(`${file} ${info?.size} ${info?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function hashOf(files) {
  const hash = createHash('sha1');
  for (const file of files) hash.update(`${file}\n`).update(readOrNothing(file)).update('\n');
  return hash.digest('hex');
}

function readOrNothing(file) {
  try {
    return readFileSync(path.join(ROOT, file));
  } catch {
    return '';
  }
}
