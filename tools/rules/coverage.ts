import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { coverageOf, parseCoverage } from '../coverage.ts';
import type { Problem } from '../problem.ts';
import type { Project } from '../project.ts';

const MAP = 'docs/map.md';

/** The coverage of the protocol that the map records never falls. */
export function coverageRule(project: Project): Problem[] {
  const file = path.join(project.root, MAP);
  if (!existsSync(file)) return [{ rule: 'coverage', file: MAP, message: 'The map is missing: write it with "npm run map".' }];
  const now = coverageOf(project);
  return [...parseCoverage(readFileSync(file, 'utf8'))].flatMap(([area, tiers]) =>
    [...tiers].flatMap(([tier, [recorded]]) => {
      const [served] = now.get(area)?.get(tier) ?? [0];
      return served < recorded ? [{ rule: 'coverage', file: MAP, message: `Of the area "${area}", tier ${tier}, ${recorded} routes of the protocol were served and now ${served}: a route is gone from a table of routes. Put it back.` }] : [];
    }),
  );
}
