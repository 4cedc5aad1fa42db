import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { AREAS, type Feature } from '#kernel/server/index.ts';
import { coverageOf, coverageTable } from './coverage.ts';
import { folderOf, loadProject, type Project } from './project.ts';
import { framesIn } from './rules/names.ts';

const project = await loadProject();
writeFileSync(path.join(project.root, 'docs/map.md'), mapText(project));
const [served, all] = [...coverageOf(project).get('all')!.values()].reduce((sum, [n, of]) => [sum[0] + n, sum[1] + of] as [number, number], [0, 0]);
console.log(`docs/map.md is written: ${project.features.length} features, ${served} of ${all} routes of the protocol.`);

function mapText(all: Project): string {
  const areas = AREAS.filter((area) => all.features.some((f) => f.area === area));
  return [
    '# Map',
    'What is where, written by `npm run map`. `npm run where "POST /api/v4/posts"` answers for one name.',
    '## Features',
    ...areas.flatMap((area) => [`### ${area}`, ...all.features.filter((f) => f.area === area).map((f) => featureText(f, all))]),
    '## Coverage of the protocol',
    'Routes served of those in `docs/protocol/routes.json`. `npm run check` lets no number fall. A route that is not served yet answers 501 to whoever is signed in.',
    coverageTable(coverageOf(all)),
  ].join('\n\n').concat('\n');
}

function featureText(feature: Feature, { files }: Project): string {
  const list = (name: string, items: readonly string[]) => (items.length ? [`- ${name}: ${items.map((item) => `\`${item}\``).join(', ')}`] : []);
  const routes = Object.entries(feature.routes ?? {}).map(([route, value]) => `- \`${route}\` → ${'run' in value ? value.name : value.action.name}`);
  return [
    `#### [${feature.name}](../${folderOf(feature)})`,
    feature.summary,
    [
      ...list('Tables', feature.tables ?? []),
      ...list('Frames', [...new Set(framesIn(files, folderOf(feature)).map((f) => f.name))].sort()),
      ...list('Settings', (feature.settings ?? []).map((s) => s.key)),
      ...list('Permissions', (feature.permissions ?? []).map((p) => p.id)),
      ...list('Words of the socket', Object.keys(feature.socket ?? {})),
      ...list('Slash commands', (feature.commands ?? []).flatMap(({ trigger, aliases = [] }) => [trigger, ...aliases]).map((word) => `/${word}`)),
    ].join('\n'),
    routes.length ? `<details><summary>${routes.length} routes</summary>\n\n${routes.join('\n')}\n\n</details>` : '',
  ].filter(Boolean).join('\n\n');
}
