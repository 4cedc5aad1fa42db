import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

const LINES = 45;
const given = process.argv[2];
if (!given) {
  console.error('Which profile? node tools/run.mjs bench/profile FILE_OR_FOLDER');
  process.exit(2);
}
const file = given.endsWith('.cpuprofile') ? given : path.join(given, readdirSync(given).filter((name) => name.endsWith('.cpuprofile')).sort().at(-1)!);
const profile = JSON.parse(readFileSync(file, 'utf8')) as { nodes: Node[]; samples: number[]; timeDeltas: number[] };
const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const parents = new Map(profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
const own = new Map<string, number>();
const whole = new Map<string, number>();
let busy_ms = 0;
profile.samples.forEach((id, i) => {
  const ms = profile.timeDeltas[i]! / 1000;
  const stack = stackOf(id);
  if (stack[0]!.startsWith('(idle)')) return;
  busy_ms += ms;
  own.set(stack[0]!, (own.get(stack[0]!) ?? 0) + ms);
  for (const name of new Set(stack)) whole.set(name, (whole.get(name) ?? 0) + ms);
});
print('On its own', own);
print('With all that it calls', whole);

function stackOf(id: number | undefined): string[] {
  const stack: string[] = [];
  for (let at = id; at !== undefined; at = parents.get(at)) stack.push(nameOf(nodes.get(at)!));
  return stack;
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: Node): string {
  return `${functionName || '(anonymous)'}${url ? ` ${path.basename(url)}:${lineNumber + 1}` : ''}`;
}

function print(title: string, times: Map<string, number>): void {
  console.log(`\n${title}, of ${Math.round(busy_ms)} ms not idle`);
  for (const [name, ms] of [...times].sort((a, b) => b[1] - a[1]).slice(0, LINES)) console.log(`${((ms / busy_ms) * 100).toFixed(1).padStart(5)} %  ${ms.toFixed(0).padStart(7)} ms  ${name}`);
}
