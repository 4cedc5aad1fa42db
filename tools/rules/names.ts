import type { Problem } from '../problem.ts';
import { folderOf, isTestFile, lineAt, withoutComments, type Project, type SourceFile } from '../project.ts';
import { placeOf } from './routes.ts';

/** Settings, permissions, events, extension points and socket words have one home each. */
export function namesRule(project: Project): Problem[] {
  const { features, files, protocol } = project;
  const code = files.filter((f) => /\/server\/.*\.ts$/.test(f.path) && !isTestFile(f.path));
  return [
    ...twice(features.flatMap((f) => (f.settings ?? []).map((s) => ({ name: s.key, ...placeOf(files, folderOf(f), s.key) }))), 'setting'),
    ...twice([...protocol.permissions].map((id) => ({ name: id, file: 'docs/protocol/permissions.json' })).concat(features.flatMap((f) => (f.permissions ?? []).map((p) => ({ name: p.id, ...placeOf(files, folderOf(f), p.id) })))), 'permission'),
    ...twice(features.flatMap((f) => (f.commands ?? []).flatMap(({ trigger, aliases = [] }) => [trigger, ...aliases]).map((word) => ({ name: `/${word}`, ...placeOf(files, folderOf(f), word) }))), 'slash-command'),
    ...twice(features.flatMap((f) => Object.keys(f.socket ?? {}).map((word) => ({ name: word, ...placeOf(files, folderOf(f), word) }))), 'socket-action'),
    ...twice(matches(code, /defineEvent(?:<[^()]*>)?\(\s*'([^']+)'/g), 'event'),
    ...twice(matches(code, /extensionPoint(?:<[\s\S]{0,400}?>)?\(\s*'([^']+)'/g), 'extension-point'),
    ...matches(code, /defineEvent(?:<[^()]*>)?\(\s*'([^']+)'/g).filter(({ name }) => !/^[a-z-]+\.[a-z-]+$/.test(name)).map(({ name, ...at }) => ({ rule: 'event', ...at, message: `"${name}" is not noun.past-tense, such as post.created.` })),
  ];
}

/** Every realtime frame is one of the protocol's or begins with muster_. */
export function framesRule({ files, protocol }: Project): Problem[] {
  return framesIn(files)
    .filter(({ name }) => !protocol.events.has(name) && !name.startsWith('muster_'))
    .map(({ name, ...at }) => ({ rule: 'frame', ...at, message: `The frame "${name}" is not in the protocol (docs/protocol/events.json). Own frames begin with muster_.` }));
}

/** The names of the frames that a folder's files send. */
export function framesIn(files: readonly SourceFile[], folder = 'src'): { name: string; file: string; line: number }[] {
  const senders = files.filter((f) => f.path.startsWith(`${folder}/`) && /\/server\/.*\.ts$/.test(f.path) && !isTestFile(f.path) && /framesOf|\bFrame\b|deliver/.test(f.text));
  return matches(senders, /\bevent: '([a-z_]+)'/g);
}

function matches(files: readonly SourceFile[], pattern: RegExp): { name: string; file: string; line: number }[] {
  return files.flatMap(({ path: file, text }) => {
    const code = withoutComments(text);
    return [...code.matchAll(pattern)].map((match) => ({ name: match[1]!, file, line: lineAt(code, match.index) }));
  });
}

function twice(all: readonly { name: string; file: string; line?: number }[], rule: string): Problem[] {
  const first = new Map<string, string>();
  return all.flatMap(({ name, ...at }) => {
    const other = first.get(name);
    if (!other) first.set(name, at.file);
    return other ? [{ rule, ...at, message: `The ${rule} "${name}" is defined in ${other} already: one fact has one home.` }] : [];
  });
}
