import type { Project } from './project.ts';
import { shapeOf } from './rules/routes.ts';

/** The tiers of the protocol in the order of their weight. */
export const TIERS = ['core', 'chatops', 'enterprise', 'cloud-only', 'skip'] as const;

/** How much of the protocol is served: area → tier → [served, all]. */
export type Coverage = Map<string, Map<string, [number, number]>>;

/** Counts the protocol's routes that some feature serves. The area `all` is the sum. */
export function coverageOf({ features, protocol }: Project): Coverage {
  // The server answers HEAD wherever it answers GET.
  const served = new Set(features.flatMap((f) => Object.keys(f.routes ?? {}).flatMap((route) => [shapeOf(route), shapeOf(route.replace(/^GET /, 'HEAD '))])));
  const coverage: Coverage = new Map();
  for (const { route, tier, area } of protocol.routes) {
    const is_served = served.has(shapeOf(route)) ? 1 : 0;
    for (const name of [area, 'all']) {
      const tiers = coverage.get(name) ?? new Map<string, [number, number]>();
      const [n, all] = tiers.get(tier) ?? [0, 0];
      coverage.set(name, tiers.set(tier, [n + is_served, all + 1]));
    }
  }
  return coverage;
}

/** The coverage as a table of the map. */
export function coverageTable(coverage: Coverage): string {
  const areas = [...coverage.keys()].filter((a) => a !== 'all').sort();
  const row = (area: string) => `| ${area} | ${TIERS.map((tier) => coverage.get(area)!.get(tier)?.join('/') ?? '').join(' | ')} |`;
  return [`| area | ${TIERS.join(' | ')} |`, `|---|${TIERS.map(() => '---').join('|')}|`, row('all'), ...areas.map(row)].join('\n');
}

/** Reads the table out of a map again. */
export function parseCoverage(text: string): Coverage {
  const coverage: Coverage = new Map();
  for (const line of text.split('\n')) {
    const [area, ...cells] = line.split('|').slice(1, -1).map((cell) => cell.trim());
    if (!area || cells.length !== TIERS.length || !cells.some((c) => /^\d+\/\d+$/.test(c))) continue;
    coverage.set(area, new Map(cells.flatMap((cell, i) => (cell ? [[TIERS[i]!, cell.split('/').map(Number) as [number, number]] as const] : []))));
  }
  return coverage;
}
