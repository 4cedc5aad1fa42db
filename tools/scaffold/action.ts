import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { permissionTest } from './tests.ts';
import { ScaffoldError, toCamel } from './words.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What an action is made from. */
export interface ActionPlan {
  /** `src/messaging/posts` */
  readonly folder: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

export function checkRoute(route: string | undefined): { method: string; path: string } {
  const [method = '', url = ''] = (route ?? '').replace(/\{([^}]+)\}/g, ':$1').split(' ');
  if (!METHODS.includes(method) || !/^\/[\w/:.-]+$/.test(url)) throw new ScaffoldError(`${route ? `"${route}" is no route` : 'Which route?'}: a method and a path in quotes, such as "POST /api/muster/v1/notes/:note_id/pin".`);
  return { method, path: url };
}

/** The files of a new action: path in the feature's folder → text. */
export function actionFiles(plan: ActionPlan): Record<string, string> {
  const kind = kindOf(plan);
  return { [`server/${kind.folder}/${plan.name}.ts`]: code(plan), [`server/${kind.folder}/${plan.name}.test.ts`]: test(plan) };
}

/** Adds the action's import and line to the feature's table of routes. Returns the file that was changed. */
export function addRoute({ folder, name, method, path: url }: ActionPlan): string {
  const server = path.join(folder, 'server');
  const file = readdirSync(server).filter((f) => f.endsWith('.routes.ts')).map((f) => path.join(server, f))[0];
  if (!file) throw new ScaffoldError(`${server} has no table of routes: write <noun>.routes.ts first, see docs/guides/add-a-feature.md.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const end = lines.findLastIndex((line) => line === '};');
  if (end < 0) throw new ScaffoldError(`${file} does not end a table with "};": add the route by hand.`);
  lines.splice(end, 0, `  '${method} ${url}': ${toCamel(name)},`);
  const last_import = lines.findLastIndex((line) => /^(import |\} from )/.test(line));
  lines.splice(last_import + 1, 0, `import { ${toCamel(name)} } from './${kindOf({ method }).folder}/${name}.ts';`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Whether a folder is a feature. */
export function checkFeature(text: string | undefined): string {
  const folder = `src/${text ?? ''}`;
  if (!text || !existsSync(path.join(folder, 'server/feature.ts'))) throw new ScaffoldError(`${text ? `${folder} is no feature` : 'In which feature?'}: its area and name, such as messaging/posts.`);
  return folder;
}

function kindOf({ method }: { method: string }): { word: 'query' | 'action'; folder: 'queries' | 'actions' } {
  return method === 'GET' ? { word: 'query', folder: 'queries' } : { word: 'action', folder: 'actions' };
}

function paramsOf({ path: url }: { path: string }): string[] {
  return [...url.matchAll(/:(\w+)/g)].map((match) => match[1]!);
}

function code(plan: ActionPlan): string {
  const { word } = kindOf(plan);
  const params = paramsOf(plan);
  const fields = params.map((name) => `${name}: ${name.endsWith('_id') ? 'fields.id()' : 'z.string()'}`);
  const needs_fields = params.some((name) => name.endsWith('_id'));
  const is_roles = plan.folder.endsWith('identity/roles');
  const kernel = `import { ${needs_fields ? (word === 'query' ? 'fields, query' : 'action, fields') : word} } from '#kernel/server/index.ts';`;
  const rule = is_roles ? "import { inSystem } from '../roles.permissions.ts';" : "import { inSystem } from '#identity/roles/server/feature.ts';";
  const sentence = plan.name.replaceAll('-', ' ');
  return `import { z } from 'zod';
${(is_roles ? [kernel, rule] : [rule, kernel]).join('\n')}

export const ${toCamel(plan.name)} = ${word}({
  name: '${plan.name}',
  summary: '${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.',
  input: z.object({${fields.length ? ` ${fields.join(', ')} ` : ''}}),
  permission: inSystem('manage_system'),
  run: (_ctx, input) => input,
});
`;
}

function test(plan: ActionPlan): string {
  const values = Object.fromEntries(paramsOf(plan).map((name) => [name, name.endsWith('_id') ? "${id}" : name.replaceAll('_', '-')]));
  const needs_id = Object.values(values).includes('${id}');
  const url = plan.path.replace(/:(\w+)/g, (_all, name: string) => values[name]!);
  const address = needs_id ? `\`${url}\`` : `'${url}'`;
  const expected = Object.entries(values).map(([name, value]) => (value === '${id}' ? `${name}: id` : `${name}: '${value}'`));
  const ask = (who: string) => `await ${who}.call('${plan.method}', ${needs_id || paramsOf(plan).length ? 'path' : address})`;
  const local = `${needs_id ? 'const id = newId();\n    ' : ''}${paramsOf(plan).length ? `const path = ${address};\n    ` : ''}`;
  return permissionTest(
    `${plan.method} ${plan.path}`,
    [
      `  it('is for administrators only', async () => {
    ${local}const answer = ${ask('admin')};
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({${expected.length ? ` ${expected.join(', ')} ` : ''}});
    expect((${ask('person')}).status).toBe(403);
    expect((${ask('nobody')}).status).toBe(401);
  });`,
    ],
    needs_id ? ["import { newId } from '#kernel/server/index.ts';"] : [],
  );
}
