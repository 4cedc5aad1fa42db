import { applyExceptions } from './check/exceptions.ts';
import { checkLint, checkTypes, checkUnused } from './check/programs.ts';
import { problemText, type Problem } from './problem.ts';
import { loadProject } from './project.ts';
import { checkArchitecture } from './rules/index.ts';

interface Part {
  readonly name: string;
  readonly what: string;
  check(): Promise<Problem[]>;
}

const PARTS: readonly Part[] = [
  { name: 'types', what: 'types of the server, tools and tests', check: () => checkTypes('tsconfig.json') },
  { name: 'page', what: 'types of the page', check: () => checkTypes('tsconfig.web.json') },
  { name: 'lint', what: 'lint, sizes of files and functions', check: checkLint },
  { name: 'architecture', what: 'rules of the architecture, who imports whom', check: async () => checkArchitecture(await loadProject()) },
  { name: 'unused', what: 'what nothing uses', check: checkUnused },
];

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length) {
  console.error(`There is no part "${unknown[0]}": ${PARTS.map((p) => p.name).join(', ')}.`);
  process.exit(2);
}
const parts = PARTS.filter((part) => !chosen.length || chosen.includes(part.name));
const begin = performance.now();
const results = await Promise.all(parts.map(runPart));
const problems = applyExceptions(results.flat(), (_rule) => parts.length === PARTS.length);
for (const problem of problems) console.log(problemText(problem));
console.log(problems.length ? `\ncheck: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${seconds(begin)} s` : `check: everything is as it should be, in ${seconds(begin)} s`);
process.exitCode = problems.length ? 1 : 0;

async function runPart(part: Part): Promise<Problem[]> {
  const start = performance.now();
  try {
    const found = await part.check();
    console.log(`${found.length ? '✗' : '✓'} ${part.what} (${seconds(start)} s)`);
    return found;
  } catch (error) {
    console.log(`✗ ${part.what} (${seconds(start)} s)`);
    return [{ rule: part.name, file: '(check)', message: (error as Error).message }];
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
