// Two starts at once must not install or build over each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './inputs.mjs';

const FILE = path.join(ROOT, '.muster/preparing');

/** Runs `work` while no other process of this checkout does. */
export async function alone(work) {
  mkdirSync(path.dirname(FILE), { recursive: true });
  for (let is_told = false; !take(); await wait(200)) {
    if (!is_told) console.log('waiting for another start that is preparing this checkout …');
    is_told = true;
  }
  try {
    return await work();
  } finally {
    rmSync(FILE, { force: true });
  }
}

function take() {
  try {
    writeFileSync(FILE, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(FILE)) rmSync(FILE, { force: true });
    return false;
  }
}

function isAlive(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
