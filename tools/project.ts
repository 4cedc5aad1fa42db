import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Feature } from '#kernel/server/index.ts';

export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A route of the protocol, e.g. `POST /api/v4/posts`, `core`, `post`. */
export interface ProtocolRoute {
  readonly route: string;
  readonly tier: string;
  readonly area: string;
}

/** The repository as the rules, the map and `where` see it. */
export interface Project {
  readonly root: string;
  readonly features: readonly Feature[];
  /** Every file of src/ that holds code, SQL or prose. */
  readonly files: readonly SourceFile[];
  readonly protocol: {
    readonly routes: readonly ProtocolRoute[];
    readonly events: ReadonlySet<string>;
    readonly permissions: ReadonlySet<string>;
  };
}

/** Reads the tree and loads the catalogue. */
export async function loadProject(root = process.cwd()): Promise<Project> {
  const json = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
  return {
    root,
    features: await loadCatalogue(root),
    files: [...walk(root, 'src')],
    protocol: {
      routes: json<[string, string, string][]>('docs/protocol/routes.json').map(([route, tier, area]) => ({ route, tier, area })),
      events: new Set(json<string[]>('docs/protocol/events.json')),
      permissions: new Set(json<string[]>('docs/protocol/permissions.json')),
    },
  };
}

/** The folder of a feature, relative to the repository. */
export function folderOf(feature: Feature): string {
  return `src/${feature.area}/${feature.name}`;
}

/** Whether a file only serves tests. */
export function isTestFile(file: string): boolean {
  return /\.test\.tsx?$|\/testing(\/|\.ts$)/.test(file);
}

/** The text without comments, of the same length in lines. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1');
}

/** The line (from 1) of a position. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

async function loadCatalogue(root: string): Promise<readonly Feature[]> {
  const outfile = path.join(root, 'node_modules/.cache/muster-tools/features.mjs');
  await build({ entryPoints: [path.join(root, 'src/features.ts')], absWorkingDir: root, outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' });
  return ((await import(pathToFileURL(outfile).href)) as { features: Feature[] }).features;
}

function* walk(root: string, folder: string): Generator<SourceFile> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(root, file);
    else if (/\.(tsx?|sql|md)$/.test(entry.name)) yield { path: file, text: readFileSync(path.join(root, file), 'utf8') };
  }
}
