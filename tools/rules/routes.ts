import type { Problem } from '../problem.ts';
import { folderOf, lineAt, type Project } from '../project.ts';

const OWN_PREFIX = '/api/muster/';
// Behind the address of a webhook, which is all that its caller has.
const OWN_BESIDE = '/hooks/:hook_id/posts/';

/** The route with its parameters' names taken out: `GET /users/:` */
export function shapeOf(route: string): string {
  return route.replace(/:[a-zA-Z_]+/g, ':');
}

/** Every route is one of the protocol's or under /api/muster, and has one owner. */
export function routesRule({ features, files, protocol }: Project): Problem[] {
  const known = new Set(protocol.routes.map((r) => shapeOf(r.route)));
  const owners = new Map<string, string>();
  return features.flatMap((feature) =>
    Object.keys(feature.routes ?? {}).flatMap((route): Problem[] => {
      const at = placeOf(files, folderOf(feature), route);
      const shape = shapeOf(route);
      const other = owners.get(shape);
      owners.set(shape, feature.name);
      const problems: Problem[] = [];
      if (!/^(GET|HEAD|POST|PUT|PATCH|DELETE) \/\S*$/.test(route)) problems.push({ rule: 'route', ...at, message: `"${route}" is not "METHOD /path".` });
      else if (!known.has(shape) && ![OWN_PREFIX, OWN_BESIDE].some((prefix) => route.split(' ')[1]!.startsWith(prefix))) problems.push({ rule: 'route', ...at, message: `"${route}" is no route of the protocol (docs/protocol/routes.json). What the protocol lacks lives under ${OWN_PREFIX}v1.` });
      if (other) problems.push({ rule: 'route', ...at, message: `"${route}" is served by ${other} already.` });
      return problems;
    }),
  );
}

/** Where a feature's files write this text in quotes. */
export function placeOf(files: Project['files'], folder: string, text: string): { file: string; line?: number } {
  const literal = new RegExp(`['"\`]${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"\`]`);
  for (const file of files) {
    const index = file.path.startsWith(`${folder}/`) ? file.text.search(literal) : -1;
    if (index >= 0) return { file: file.path, line: lineAt(file.text, index) };
  }
  return { file: `${folder}/server/feature.ts` };
}
