import { readFileSync, writeFileSync } from 'node:fs';
import { AREAS, type Area } from '#kernel/server/index.ts';
import { toCamel } from './words.ts';

const FILE = 'src/features.ts';

/** Adds a feature's import in its alphabetical place, and its line after the last one of its area or of those before. */
export function addToCatalogue(area: Area, name: string): void {
  const manifest = `${toCamel(name)}Feature`;
  const lines = readFileSync(FILE, 'utf8').split('\n');
  const added = `import { ${manifest} } from '#${area}/${name}/server/feature.ts';`;
  const areas = new Map(manifests(lines));
  const rank = AREAS.indexOf(area);
  const list = lines.findIndex((line) => line.startsWith('export const features'));
  const before = lines.findLastIndex((line) => (areas.get(/^ {2}(\w+),$/.exec(line)?.[1] ?? '') ?? Infinity) <= rank);
  lines.splice((before < 0 ? list : before) + 1, 0, `  ${manifest},`);
  const next = lines.findIndex((line) => line.startsWith('import ') && specifier(line) > specifier(added));
  lines.splice(next < 0 ? lines.findLastIndex((line) => line.startsWith('import ')) + 1 : next, 0, added);
  writeFileSync(FILE, lines.join('\n'));
}

function specifier(line: string): string {
  return /from '([^']+)'/.exec(line)?.[1] ?? '';
}

// Which manifest stands for which area, as its position among them.
function manifests(lines: readonly string[]): [string, number][] {
  return lines.flatMap((line) => {
    const [, name, area] = /^import \{ (\w+) \} from '#([a-z]+)\//.exec(line) ?? [];
    const rank = (AREAS as readonly string[]).indexOf(area ?? '');
    return name && rank >= 0 ? [[name, rank] as [string, number]] : [];
  });
}
