import { actionsOf } from '#kernel/server/index.ts';
import { folderOf, lineAt, loadProject, withoutComments, type Project } from './project.ts';
import { framesIn } from './rules/names.ts';
import { placeOf, shapeOf } from './rules/routes.ts';
import { tableOwners } from './rules/tables.ts';

interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly place: string;
}

const MAX_LINES = 40;
const wanted = process.argv.slice(2).join(' ').trim().replace(/\{([^}]+)\}/g, ':$1');
if (!wanted) {
  console.error('What? npm run where "POST /api/v4/posts" (a route, event, setting, permission, table or action; a part of its name will do)');
  process.exit(2);
}
const project = await loadProject();
const entries = entriesOf(project);
const exact = entries.filter((e) => e.name === wanted || (e.kind === 'route' && matchesRoute(e.name, wanted)));
const found = exact.length ? exact : entries.filter((e) => e.name.toLowerCase().includes(wanted.toLowerCase()));
for (const { kind, name, place } of found.slice(0, MAX_LINES)) console.log(`${kind.padEnd(15)} ${name.padEnd(48)} ${place}`);
if (found.length > MAX_LINES) console.log(`… and ${found.length - MAX_LINES} more. Say more of the name.`);
if (!found.length) {
  const planned = project.protocol.routes.filter((r) => matchesRoute(r.route, wanted) || r.route.includes(wanted));
  for (const { route, tier, area } of planned.slice(0, MAX_LINES)) console.log(`not served yet  ${route.padEnd(48)} ${tier}, ${area}`);
  if (!planned.length) console.error(`Nothing here is called "${wanted}".`);
  process.exitCode = 1;
}

function entriesOf(all: Project): Entry[] {
  return all.features.flatMap((feature) => {
    const folder = folderOf(feature);
    const at = (text: string) => placeText(placeOf(all.files, folder, text));
    const actionFile = (action: { kind: string; name: string }) => `${folder}/server/${action.kind === 'query' ? 'queries' : 'actions'}/${action.name}.ts`;
    return [
      ...Object.entries(feature.routes ?? {}).map(([route, value]) => ({ kind: 'route', name: route, place: `${actionFile('run' in value ? value : value.action)}  (route: ${at(route)})` })),
      ...actionsOf(feature).map((action) => ({ kind: action.kind, name: action.name, place: actionFile(action) })),
      ...(feature.settings ?? []).map((s) => ({ kind: 'setting', name: s.key, place: at(s.key) })),
      ...(feature.permissions ?? []).map((p) => ({ kind: 'permission', name: p.id, place: at(p.id) })),
      ...(feature.commands ?? []).map(({ trigger }) => ({ kind: 'slash command', name: `/${trigger}`, place: at(trigger) })),
      ...Object.keys(feature.socket ?? {}).map((word) => ({ kind: 'socket action', name: word, place: at(word) })),
    ];
  }).concat(framesIn(all.files).map((f) => ({ kind: 'frame', name: f.name, place: placeText(f) })), [...tableOwners(all.files)].map(([name, place]) => ({ kind: 'table', name, place: placeText(place) })), literals(all), permissionUses(all));
}

// Events and extension points are constants of the code, not lines of a manifest.
function literals({ files }: Project): Entry[] {
  return files.flatMap(({ path: file, text }) =>
    [...withoutComments(text).matchAll(/\b(defineEvent|extensionPoint)(?:<[\s\S]{0,400}?>)?\(\s*'([^']+)'/g)].map((m) => ({ kind: m[1] === 'defineEvent' ? 'event' : 'extension point', name: m[2]!, place: `${file}:${lineAt(text, m.index)}` })),
  );
}

// Permissions of the protocol belong to nobody: name the actions that ask for them.
function permissionUses({ features }: Project): Entry[] {
  return features.flatMap((feature) => actionsOf(feature).flatMap((action) => action.permission.ids.map((id) => ({ kind: 'permission', name: id, place: `asked for by ${action.name} (${folderOf(feature)})` }))));
}

function matchesRoute(route: string, text: string): boolean {
  const [method, path] = text.includes(' ') ? text.split(' ') : ['', text];
  if (shapeOf(route) === shapeOf(text)) return true;
  const [own_method, own_path] = route.split(' ') as [string, string];
  if (method && method.toUpperCase() !== own_method) return false;
  const parts = own_path.split('/');
  const given = path!.split('/');
  return path!.startsWith('/') && parts.length === given.length && parts.every((part, i) => part === given[i] || (part.startsWith(':') && /^(me|[a-z0-9]{26}|:.*)$/.test(given[i]!)));
}

function placeText({ file, line }: { file: string; line?: number }): string {
  return line ? `${file}:${line}` : file;
}
