import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AREAS } from '#kernel/server/index.ts';
import { importsOf, type Import } from '../imports.ts';
import type { Problem } from '../problem.ts';
import { isTestFile, type Project } from '../project.ts';
import { findCycles } from './cycles.ts';

const ORDER: readonly string[] = ['kernel', ...AREAS];
const PUBLIC = /^src\/[^/]+\/[^/]+\/(server\/feature|wire\/index|web\/index)\.tsx?$/;
const ABOVE_ALL = /^src\/[^/]+\.tsx?$/;

/** Where a file stands: its area, its feature (`messaging/posts`, or `kernel`), and on which side. */
interface Place {
  readonly area: string;
  readonly feature: string;
  readonly side: 'server' | 'web' | 'wire' | '';
}

/** Who may import whom. Tests may import what they like. */
export function importsRule(project: Project): Problem[] {
  const imports = importsOf(project.files);
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(path.join(project.root, 'package.json'), 'utf8')) as { dependencies?: object; optionalDependencies?: object };
  const installed = new Set(Object.keys({ ...dependencies, ...optionalDependencies }));
  return [
    ...imports.flatMap((one) => {
      const fault = one.is_package ? packageFault(one, installed) : moduleFault(one);
      return fault ? [{ rule: fault[0], file: one.from, line: one.line, message: `→ ${one.to}: ${fault[1]}` }] : [];
    }),
    ...findCycles(imports).map((cycle) => ({ rule: 'cycle', file: cycle[0]!, message: `→ ${[...cycle.slice(1), cycle[0]].join(' → ')}: These modules import each other in a circle. Move what both need into a file of its own.` })),
  ];
}

type Fault = [rule: string, advice: string] | undefined;

function packageFault({ from, to, is_type }: Import, installed: ReadonlySet<string>): Fault {
  const { side } = placeOf(from);
  if (side === 'wire') return ['wire-imports-more', 'wire/ holds types for both sides: it imports only other wire/ modules.'];
  if ((side === 'server' || from === 'src/main.ts') && !is_type && !installed.has(to)) return ['server-needs-a-development-package', 'What the server imports at run time belongs into "dependencies" of package.json.'];
  return undefined;
}

function moduleFault({ from, to }: Import): Fault {
  if (isTestFile(to)) return ['test-code-in-the-product', 'Only tests import tests and testing.ts.'];
  const [own, other] = [placeOf(from), placeOf(to)];
  if (ABOVE_ALL.test(to) && own.area) return ['across-all', 'Only src/features.ts, src/web.tsx and src/main.ts stand above the areas; nothing below imports them.'];
  return sideFault(own, other) ?? (ORDER.includes(own.area) ? orderFault(own, other, to) : undefined);
}

function sideFault(own: Place, other: Place): Fault {
  if (own.side === 'wire' && other.side !== 'wire') return ['wire-imports-more', 'wire/ holds types for both sides: it imports only other wire/ modules.'];
  if (own.side === 'web' && other.side === 'server') return ['page-imports-server', 'The page never imports server code. Share types by wire/.'];
  if (own.side === 'server' && other.side === 'web') return ['server-imports-page', 'The server never imports code of the page. Share types by wire/.'];
  return undefined;
}

function orderFault(own: Place, other: Place, to: string): Fault {
  if (ORDER.indexOf(other.area) > ORDER.indexOf(own.area)) return ['looks-up', `${own.area} may import only ${ORDER.slice(0, ORDER.indexOf(own.area) + 1).join(', ')}. Talk upward by an event or an extension point.`];
  if (own.feature === other.feature || !ORDER.includes(other.area)) return undefined;
  if (other.area === 'kernel') return other.side === 'server' && to !== 'src/kernel/server/index.ts' ? ['inside-of-the-kernel', 'Features use the server side of the kernel by #kernel/server/index.ts only.'] : undefined;
  return PUBLIC.test(to) ? undefined : ['not-by-the-public-module', 'Import another feature only by its server/feature.ts, wire/index.ts or web/index.ts (tests also testing.ts); export there what others need.'];
}

function placeOf(file: string): Place {
  const [root, area = '', ...rest] = file.split('/');
  if (root !== 'src' || !rest.length) return { area: '', feature: '', side: file === 'src/web.tsx' || file === 'src/page.ts' ? 'web' : file === 'src/main.ts' || file === 'src/features.ts' ? 'server' : '' };
  const [feature, side] = area === 'kernel' ? ['kernel', rest[0]] : [`${area}/${rest[0]}`, rest[1]];
  return { area, feature, side: side === 'server' || side === 'web' || side === 'wire' ? side : '' };
}
