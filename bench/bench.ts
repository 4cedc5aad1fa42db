import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sample, type Measure } from './measure.ts';
import { fanOut } from './measures/fan-out.ts';
import { mentionAllLarge, mentionAllSmall } from './measures/mention-all.ts';
import { posts } from './measures/posts.ts';
import { reads } from './measures/reads.ts';
import { search } from './measures/search.ts';
import { searchMillion } from './measures/search-million.ts';
import { startUp } from './measures/start-up.ts';
import { residentMemory, sharedMemory } from './process-figures.ts';
import { resultOf, table, type Result } from './report.ts';
import { BenchServer } from './server.ts';
import { median } from './statistics.ts';
import { createWorld } from './world.ts';

const MEASURES: readonly Measure[] = [posts, reads, startUp, fanOut, search, mentionAllSmall, mentionAllLarge, searchMillion];
const NAMES = ['idle', ...MEASURES.map((m) => m.name), 'start'];
const IDLE_MS = 5000;
const STARTS = 5;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '4' },
    repeats: { type: 'string', default: '3' },
    json: { type: 'string', default: '' },
    compare: { type: 'string', default: '' },
    profile: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
const only = options.only.split(',').filter(Boolean);
const seconds = Number(options.seconds);
const repeats = Number(options.repeats);
const wrong = only.find((name) => !NAMES.includes(name));
if (options.help || wrong || !(seconds > 0 && seconds <= 60) || !(repeats >= 1 && repeats <= 20)) {
  if (wrong) console.error(`There is no measure "${wrong}".`);
  console.log(`npm run bench -- [--only ${NAMES.join(',')}] [--seconds 4] [--repeats 3] [--json FILE] [--compare FILE] [--profile FOLDER]`);
  process.exit(options.help ? 0 : 2);
}
const before = options.compare ? (JSON.parse(readFileSync(options.compare, 'utf8')) as { results: Result[] }).results : undefined;

execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' });
const server = await BenchServer.create(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []);
const results: Result[] = [];
try {
  await server.start();
  if (isWanted('idle')) add(await measureIdle());
  const wanted = MEASURES.filter((m) => isWanted(m.name) && (only.length || !m.is_on_request));
  if (wanted.length) await measureAll(wanted);
  if (isWanted('start')) add(await measureStart());
} catch (error) {
  console.error(`${(error as Error).message}\n${server.output}`);
  process.exitCode = 1;
} finally {
  await server.remove();
}
console.log(`\n${cpus().length} cores, ${cpus()[0]?.model ?? ''}, node ${process.version}, load ${loadavg()[0]!.toFixed(1)}, ${repeats} x ${seconds} s\n`);
console.log(table(results, before));
if (options.json) writeFileSync(options.json, `${JSON.stringify({ seconds, repeats, results }, null, 1)}\n`);
process.exit();

function isWanted(name: string): boolean {
  return !only.length || only.includes(name);
}

function add(result: Result): void {
  results.push(result);
  console.log(`${result.name}: ${result.what}`);
}

async function measureAll(wanted: readonly Measure[]): Promise<void> {
  const world = await createWorld(server);
  for (const measure of wanted) {
    const running = await measure.prepare(world);
    await running.run(1);
    const samples = [];
    for (let i = 0; i < repeats; i++) samples.push(await sample(world, running, seconds));
    await running.end?.();
    add(resultOf(measure, samples));
  }
  world.http.close();
  add(memoryResult('after', `memory ${IDLE_MS / 1000} s after the measures`, await settledMemory()));
}

// Before anybody has come: what an installation costs that nobody uses.
async function measureIdle(): Promise<Result> {
  return memoryResult('idle', `memory ${IDLE_MS / 1000} s after the start`, await settledMemory(), { figures: { server_mb: 134 } });
}

async function settledMemory(): Promise<Record<string, number>> {
  await new Promise((done) => setTimeout(done, IDLE_MS));
  return { server_mb: residentMemory(server.pid), postgres_mb: sharedMemory(server.postgres_pid) };
}

function memoryResult(name: string, what: string, figures: Record<string, number>, reference?: Result['reference']): Result {
  return { name, unit: 'MB', what, figures, reference };
}

async function measureStart(): Promise<Result> {
  const starts: number[] = [];
  for (let i = 0; i < STARTS; i++) {
    await server.stop();
    starts.push((await server.start()) / 1000);
  }
  return { name: 'start', unit: 'start', what: 'from the command to the first answered ping, data there', figures: { start_s: median(starts) }, reference: { figures: { start_s: 0.35 } } };
}
