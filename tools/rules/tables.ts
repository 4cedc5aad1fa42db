import { AREAS } from '#kernel/server/index.ts';
import type { Problem } from '../problem.ts';
import { folderOf, isTestFile, lineAt, withoutComments, type Project, type SourceFile } from '../project.ts';

const CREATE = /\bCREATE TABLE (?:IF NOT EXISTS )?"?([a-z_0-9]+)"?/gi;
const WRITE = /\b(?:INSERT INTO|DELETE FROM|UPDATE(?: ONLY)?|TRUNCATE(?: TABLE)?|ALTER TABLE(?: IF EXISTS)?|DROP TABLE(?: IF EXISTS)?) "?([a-z_0-9]+)"?/g;
const READ = /\b(?:FROM|JOIN) "?([a-z_0-9]+)"?/g;

/** Folder of the feature, or of the kernel, that a file belongs to. */
function ownerOf(file: string): string {
  return file.startsWith('src/kernel/') ? 'src/kernel' : (/^src\/[^/]+\/[^/]+/.exec(file)?.[0] ?? file);
}

/** Which folder's migrations make which table. */
export function tableOwners(files: readonly SourceFile[]): Map<string, { owner: string; file: string; line: number }> {
  const owners = new Map<string, { owner: string; file: string; line: number }>();
  for (const { path: file, text } of files) {
    if (!file.endsWith('.sql') && !file.startsWith('src/kernel/server/db/')) continue;
    for (const match of withoutSqlComments(text).matchAll(CREATE)) if (!owners.has(match[1]!)) owners.set(match[1]!, { owner: ownerOf(file), file, line: lineAt(text, match.index) });
  }
  return owners;
}

/** A table has one owner: the manifest names it, and only its files write it. Reading goes downwards only. */
export function tablesRule({ features, files }: Project): Problem[] {
  const tables = tableOwners(files);
  const code = files.filter((f) => /\.(ts|sql)$/.test(f.path) && !isTestFile(f.path) && /\/server\//.test(f.path));
  return [...features.flatMap((feature) => checkManifest(folderOf(feature), feature.tables ?? [], tables)), ...code.flatMap((file) => checkFile(file, tables))];
}

function checkManifest(folder: string, named: readonly string[], tables: ReturnType<typeof tableOwners>): Problem[] {
  const file = `${folder}/server/feature.ts`;
  const made = [...tables].filter(([, { owner }]) => owner === folder).map(([table]) => table);
  return [
    ...made.filter((table) => !named.includes(table)).map((table) => ({ rule: 'table', file, message: `Its migrations make the table "${table}": add it to "tables" of the manifest.` })),
    ...named.filter((table) => !made.includes(table)).map((table) => ({ rule: 'table', file, message: `The manifest names the table "${table}", but ${tables.has(table) ? `${tables.get(table)!.owner} makes it` : 'no migration makes it'}.` })),
  ];
}

function checkFile({ path: file, text }: SourceFile, tables: ReturnType<typeof tableOwners>): Problem[] {
  const own = ownerOf(file);
  const code = file.endsWith('.sql') ? withoutSqlComments(text) : withoutComments(text);
  const writes = [...code.matchAll(WRITE)].filter((m) => tables.has(m[1]!) && tables.get(m[1]!)!.owner !== own);
  const reads = [...code.matchAll(READ)].filter((m) => tables.has(m[1]!) && rank(tables.get(m[1]!)!.owner) > rank(own));
  return [
    ...writes.map((m) => ({ rule: 'table', file, line: lineAt(code, m.index), message: `It writes the table "${m[1]}" of ${tables.get(m[1]!)!.owner}: call a function of that feature's public module instead.` })),
    ...reads
      .filter((m) => !writes.some((w) => w[1] === m[1]))
      .map((m) => ({ rule: 'table', file, line: lineAt(code, m.index), message: `It reads the table "${m[1]}" of ${tables.get(m[1]!)!.owner}, which stands above it: open an extension point for that feature to fill.` })),
  ];
}

function rank(owner: string): number {
  return AREAS.indexOf(owner.split('/')[1] as (typeof AREAS)[number]);
}

function withoutSqlComments(text: string): string {
  return text.replace(/--[^\n]*/g, '');
}
