// Runs a program in the foreground. A signal to end reaches it before this process ends.
import { spawn } from 'node:child_process';
import { ROOT } from './inputs.mjs';

/** Returns its exit code; what it writes is shown. */
export async function run([program, ...args], { env = process.env } = {}) {
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const end = (signal) => {
    child.kill(signal);
    void ended.finally(() => process.exit(1));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, end);
  try {
    return await ended;
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}
