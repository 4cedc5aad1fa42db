import { existsSync } from 'node:fs';
import path from 'node:path';
import { AREAS } from '#kernel/server/index.ts';
import type { Problem } from '../problem.ts';
import { folderOf, type Project } from '../project.ts';

const CATALOGUE = 'src/features.ts';
const MAX_README_LINES = 40;

/** Every feature folder is in the catalogue, areas follow one another, and each feature explains itself. */
export function catalogueRule({ root, features, files }: Project): Problem[] {
  const found = files.flatMap(({ path: file }) => /^src\/([^/]+)\/([^/]+)\/server\/feature\.ts$/.exec(file)?.slice(1, 3).join('/') ?? []);
  const listed = new Set(features.map((f) => `${f.area}/${f.name}`));
  const forgotten = found.filter((folder) => !listed.has(folder));
  return [
    ...forgotten.map((folder) => ({ rule: 'catalogue', file: CATALOGUE, message: `src/${folder} is a feature but not in the catalogue: add its import and its line, among those of ${folder.split('/')[0]}.` })),
    ...features.flatMap((feature, i): Problem[] => {
      const folder = folderOf(feature);
      const before = features[i - 1];
      const problems: Problem[] = [];
      if (!found.includes(`${feature.area}/${feature.name}`)) problems.push({ rule: 'catalogue', file: CATALOGUE, message: `The manifest "${feature.name}" says that it lives in ${folder}, but ${folder}/server/feature.ts does not exist: name and area must be those of the folder.` });
      if (before && AREAS.indexOf(before.area) > AREAS.indexOf(feature.area)) problems.push({ rule: 'catalogue', file: CATALOGUE, message: `${feature.area}/${feature.name} stands after ${before.area}/${before.name}: the areas follow one another as ${AREAS.join(', ')}.` });
      if (!feature.summary.trim()) problems.push({ rule: 'catalogue', file: `${folder}/server/feature.ts`, message: 'Write one line for the map into "summary".' });
      return [...problems, ...checkReadme(root, files, folder)];
    }),
  ];
}

function checkReadme(root: string, files: Project['files'], folder: string): Problem[] {
  const file = `${folder}/README.md`;
  if (!existsSync(path.join(root, folder))) return [];
  const readme = files.find((f) => f.path === file);
  if (!readme) return [{ rule: 'readme', file, message: `Write it: the words, the invariants and what is surprising, in at most ${MAX_README_LINES} lines.` }];
  const lines = readme.text.trimEnd().split('\n').length;
  return lines > MAX_README_LINES ? [{ rule: 'readme', file, message: `It has ${lines} lines and may have ${MAX_README_LINES}: keep the words, the invariants and what is surprising.` }] : [];
}
