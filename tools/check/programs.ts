import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Problem } from '../problem.ts';

/** Runs a program of node_modules/.bin and returns what it printed. */
function run(program: string, args: readonly string[]): Promise<{ out: string; err: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.resolve('node_modules/.bin', program), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)));
    child.stderr.on('data', (chunk: Buffer) => (err += String(chunk)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ out, err, code }));
  });
}

// A program that fails without naming a problem has not checked anything.
function parse<T>(program: string, { out, err }: { out: string; err: string }): T {
  try {
    return JSON.parse(out) as T;
  } catch {
    throw new Error(`${program} failed: ${(err || out).trim().slice(0, 2000)}`);
  }
}

/** Types of one part of the code. */
export async function checkTypes(config: string): Promise<Problem[]> {
  const { out, err, code } = await run('tsc', ['-p', config, '--pretty', 'false']);
  const problems = [...out.matchAll(/^(\S[^(\n]*)\((\d+),\d+\): error (TS\d+): (.*(?:\n {2,}.*)*)/gm)].map((m) => ({ rule: m[3]!, file: m[1]!, line: Number(m[2]), message: m[4]! }));
  if (code !== 0 && !problems.length) throw new Error(`tsc failed: ${(out || err).trim().slice(0, 2000)}`);
  return problems;
}

/** Lint, warnings included. */
export async function checkLint(): Promise<Problem[]> {
  const report = parse<{ diagnostics: { code?: string; message: string; help?: string; filename: string; labels: { span: { line: number } }[] }[] }>('oxlint', await run('oxlint', ['--format', 'json']));
  return report.diagnostics.map((d) => ({ rule: d.code?.replace(/^eslint\((.*)\)$/, '$1') ?? 'oxlint', file: d.filename, line: d.labels[0]?.span.line, message: d.help ? `${d.message} ${d.help}` : d.message }));
}

type KnipItem = { name: string; line?: number };
type KnipIssue = { file: string } & Record<string, KnipItem[] | string>;

/** Files, exports and packages that nothing uses. */
export async function checkUnused(): Promise<Problem[]> {
  const report = parse<{ issues: KnipIssue[] }>('knip', await run('knip', ['--reporter', 'json', '--no-progress', '--no-config-hints']));
  return report.issues.flatMap((issue) =>
    Object.entries(issue).flatMap(([kind, items]) =>
      kind !== 'owners' && Array.isArray(items) ? items.flat().map((item) => ({ rule: `unused-${kind}`, file: issue.file, line: item.line, message: `${unusedText[kind] ?? kind}: ${item.name}` })) : [],
    ),
  );
}

const unusedText: Record<string, string> = {
  files: 'Nothing imports this file. Delete it or use it',
  exports: 'Nothing imports this export. Take "export" away, or delete it',
  types: 'Nothing imports this type. Take "export" away, or delete it',
  nsExports: 'Nothing uses this export',
  dependencies: 'Nothing imports this package. npm uninstall it',
  devDependencies: 'Nothing imports this development package. npm uninstall it',
  optionalPeerDependencies: 'An optional peer package is imported but not listed',
  unlisted: 'This package is imported but not in package.json',
  unresolved: 'This import leads nowhere',
  binaries: 'This program is called but no package of package.json brings it',
  duplicates: 'Exported twice',
};
