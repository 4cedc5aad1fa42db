import { posix } from 'node:path';
import { isTestFile, lineAt, withoutComments, type SourceFile } from './project.ts';

/** One import of a file. */
export interface Import {
  readonly from: string;
  readonly line: number;
  /** A path in the repository, or a package's name. */
  readonly to: string;
  readonly is_package: boolean;
  /** Erased by the compiler. */
  readonly is_type: boolean;
  /** `import(…)`: loaded when it is needed. */
  readonly is_lazy: boolean;
}

const STATIC = /^[ \t]*(import|export)\s+(type\s)?((?:[\w$*\s,]|\{[^}]*\})*?\sfrom\s*)?['"]([^'"\n]+)['"]/gm;
const LAZY = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g;

/** Every import of the code of src/, but not of tests. */
export function importsOf(files: readonly SourceFile[]): Import[] {
  return files.filter((file) => /\.tsx?$/.test(file.path) && !isTestFile(file.path)).flatMap(fileImports);
}

function fileImports({ path: from, text }: SourceFile): Import[] {
  const code = withoutComments(text);
  const make = (specifier: string, index: number, is_type: boolean, is_lazy: boolean): Import[] => {
    const to = targetOf(from, specifier);
    return to ? [{ from, line: lineAt(code, index), ...to, is_type, is_lazy }] : [];
  };
  return [
    ...[...code.matchAll(STATIC)].flatMap((m) => make(m[4]!, m.index, Boolean(m[2]) || onlyTypes(m[3]), false)),
    ...[...code.matchAll(LAZY)].flatMap((m) => make(m[1]!, m.index, false, true)),
  ];
}

// `{ type A, type B } from`: nothing is left of it either.
function onlyTypes(clause: string | undefined): boolean {
  const names = /^\{([^}]*)\}\s*from/.exec(clause?.trim() ?? '')?.[1]?.split(',').map((name) => name.trim()).filter(Boolean);
  return Boolean(names?.length && names.every((name) => name.startsWith('type ')));
}

function targetOf(from: string, specifier: string): { to: string; is_package: boolean } | null {
  const path = specifier.split('?')[0]!;
  if (path.startsWith('.')) return { to: posix.join(posix.dirname(from), path), is_package: false };
  if (path.startsWith('#')) return { to: `src/${path.slice(1)}${path.includes('/') ? '' : '.ts'}`, is_package: false };
  if (path.startsWith('node:') || path.startsWith('virtual:')) return null;
  return { to: path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/'), is_package: true };
}
