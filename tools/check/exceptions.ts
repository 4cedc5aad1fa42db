import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Problem } from '../problem.ts';

const FILE = 'tools/exceptions.json';

interface Exception {
  readonly rule: string;
  readonly file: string;
  readonly reason: string;
}

/**
 * Takes the listed exceptions out of the problems. The list may shrink and not grow: its length is the number written
 * in it, that number never rises above what history knows, and an exception that nothing needs any more must go.
 */
export function applyExceptions(problems: readonly Problem[], rules_run: (rule: string) => boolean): Problem[] {
  const { count, exceptions } = JSON.parse(readFileSync(FILE, 'utf8')) as { count: number; exceptions: Exception[] };
  const covers = (exception: Exception, problem: Problem) => exception.rule === problem.rule && exception.file === problem.file;
  const remaining = problems.filter((problem) => !exceptions.some((exception) => covers(exception, problem)));
  const complain = (message: string): Problem => ({ rule: 'exceptions', file: FILE, message });
  const lowest = lowestCount();
  return [
    ...remaining,
    ...exceptions.filter((e) => rules_run(e.rule) && !problems.some((problem) => covers(e, problem))).map((e) => complain(`Nothing needs the exception of ${e.rule} for ${e.file} any more: take it out and lower "count".`)),
    ...exceptions.filter((e) => !e.reason?.trim()).map((e) => complain(`The exception of ${e.rule} for ${e.file} needs a reason.`)),
    ...(exceptions.length === count ? [] : [complain(`It lists ${exceptions.length} exceptions and its "count" says ${count}: ${exceptions.length < count ? 'lower the number' : 'mend the code instead of adding an exception'}.`)]),
    ...(lowest !== null && count > lowest ? [complain(`"count" was ${lowest} before and is ${count}: the list may shrink and not grow. Mend the code instead.`)] : []),
  ];
}

// A clone without history knows only the present number.
function lowestCount(): number | null {
  try {
    const history = execFileSync('git', ['log', '--format=', '--unified=0', '-p', '--', FILE], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const counts = [...history.matchAll(/^\+\s*"count": (\d+)/gm)].map((m) => Number(m[1]));
    return counts.length ? Math.min(...counts) : null;
  } catch {
    return null;
  }
}
