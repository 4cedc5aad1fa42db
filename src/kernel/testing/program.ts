import { spawn, type SpawnOptions } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { build } from 'esbuild';

/** A program that a test starts, listens to and kills. */
export interface Program {
  readonly pid: number;
  /** Everything that it has written so far, both streams. */
  readonly output: () => string;
  /** Waits for a text in its output and returns the whole line; fails if the program ends without it. */
  line(text: string): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** How it ended: its exit code, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Runs a program of `src/kernel/testing/programs`. */
export async function startTestProgram(name: string, args: readonly string[], options: SpawnOptions = {}): Promise<Program> {
  const entry = path.resolve('src/kernel/testing/programs', `${name}.ts`);
  const outfile = path.resolve('node_modules/.cache/muster-test-programs', `${name}-${createHash('sha1').update(String(process.pid)).digest('hex').slice(0, 8)}.mjs`);
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' });
  return startProgram([process.execPath, outfile, ...args], options);
}

/** Runs any command. */
export function startProgram([command, ...args]: readonly string[], options: SpawnOptions = {}): Program {
  const child = spawn(command!, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const waiting = new Set<() => void>();
  let output = '';
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout!.on('data', hear);
  child.stderr!.on('data', hear);
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code ?? 0));
  });
  const line = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = output.split('\n').slice(0, -1).find((l) => l.includes(text));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      ended.then((how) => reject(new Error(`The program ended (${how}) without writing "${text}". It wrote:\n${output}`)), reject);
    });
  return { pid: child.pid!, output: () => output, line, kill: (signal) => void child.kill(signal), ended };
}
