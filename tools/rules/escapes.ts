import type { Problem } from '../problem.ts';
import { lineAt, type Project } from '../project.ts';

const ESCAPE = /(?:eslint|oxlint)-disable|@ts-(?:ignore|nocheck|expect-error)|biome-ignore|\bknip-ignore\b/g;

/** Rules are not switched off in the code: exceptions stand in one list that only shrinks. */
export function escapesRule({ files }: Project): Problem[] {
  return files
    .filter((f) => /\.tsx?$/.test(f.path))
    .flatMap(({ path: file, text }) =>
      [...text.matchAll(ESCAPE)].map((match) => ({ rule: 'escape', file, line: lineAt(text, match.index), message: `"${match[0]}" switches a rule off here. Mend what it complains of; exceptions stand in tools/exceptions.json only.` })),
    );
}
