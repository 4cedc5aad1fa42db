import type { Area } from '#kernel/server/index.ts';
import { permissionTest } from './tests.ts';
import { literal, wordsOf, type Words } from './words.ts';

/** The files of a new feature: path in its folder → text. */
export function featureFiles(area: Area, name: string, summary: string): Record<string, string> {
  const w = wordsOf(name);
  const actor_rule = `owns${w.one_pascal}`;
  return {
    'README.md': readme(w, summary),
    'wire/index.ts': wire(w),
    [`server/migrations/0001-${w.kebab}.sql`]: migration(w),
    [`server/${w.kebab}.store.ts`]: store(w),
    [`server/${w.kebab}.events.ts`]: events(w),
    [`server/${w.kebab}.permissions.ts`]: permissions(w, actor_rule),
    [`server/${w.kebab}.routes.ts`]: routes(w),
    [`server/actions/create-${w.one}.ts`]: createAction(w),
    [`server/actions/create-${w.one}.test.ts`]: createTest(w),
    [`server/queries/get-${w.one}.ts`]: getQuery(w, actor_rule),
    'server/feature.ts': manifest(area, w, summary),
  };
}

const readme = (w: Words, summary: string) => `# ${w.kebab}
${summary}

- **${w.one.replaceAll('-', ' ')}**: something with a title that a person has made. Only that person sees it.
`;

const wire = (w: Words) => `import type { Id, Timestamp } from '#kernel/wire/index.ts';

export type ${w.one_pascal} = {
  id: Id;
  create_at: Timestamp;
  user_id: Id;
  title: string;
};
`;

const migration = (w: Words) => `CREATE TABLE ${w.snake} (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  title text NOT NULL
);
`;

const store = (w: Words) => `import type { Sql } from '#kernel/server/index.ts';
import type { ${w.one_pascal} } from '../wire/index.ts';

export async function insert${w.one_pascal}(sql: Sql, { id, create_at, user_id, title }: ${w.one_pascal}): Promise<void> {
  await sql.run('INSERT INTO ${w.snake} (id, create_at, user_id, title) VALUES ($1, $2, $3, $4)', [id, create_at, user_id, title]);
}

export function read${w.one_pascal}(sql: Sql, id: string): Promise<${w.one_pascal} | undefined> {
  return sql.maybe<${w.one_pascal}>('SELECT id, create_at, user_id, title FROM ${w.snake} WHERE id = $1', [id]);
}
`;

const events = (w: Words) => `import { defineEvent, framesOf, toUser } from '#kernel/server/index.ts';
import type { ${w.one_pascal} } from '../wire/index.ts';

export const ${w.one_camel}Created = defineEvent<{ ${w.one_snake}: ${w.one_pascal} }>('${w.one}.created');

export const ${w.camel}Frames = [framesOf(${w.one_camel}Created, ({ ${w.one_snake} }) => ({ event: 'muster_${w.one_snake}_created', data: { ${w.one_snake} }, ...toUser(${w.one_snake}.user_id) }))];
`;

const permissions = (w: Words, rule: string) => `import { userError, type PermissionRule } from '#kernel/server/index.ts';
import { read${w.one_pascal} } from './${w.kebab}.store.ts';

/** The actor has made it. To others it does not exist. */
export const ${rule}: PermissionRule<{ ${w.one_snake}_id: string }> = {
  scope: 'object',
  ids: [],
  check: async (ctx, { ${w.one_snake}_id }) => {
    const found = await read${w.one_pascal}(ctx.db, ${w.one_snake}_id);
    if (found?.user_id === ctx.actor.user_id) return true;
    throw userError('muster.${w.one_snake}.not_found.app_error', 'There is none with this id.', 404);
  },
};
`;

const routes = (w: Words) => `import type { Routes } from '#kernel/server/index.ts';
import { create${w.one_pascal} } from './actions/create-${w.one}.ts';
import { get${w.one_pascal} } from './queries/get-${w.one}.ts';

export const ${w.camel}Routes: Routes = {
  'POST /api/muster/v1/${w.snake}': { action: create${w.one_pascal}, status: 201 },
  'GET /api/muster/v1/${w.snake}/:${w.one_snake}_id': get${w.one_pascal},
};
`;

const createAction = (w: Words) => `import { z } from 'zod';
import { action, fields, newId, signedIn } from '#kernel/server/index.ts';
import type { ${w.one_pascal} } from '../../wire/index.ts';
import { ${w.one_camel}Created } from '../${w.kebab}.events.ts';
import { insert${w.one_pascal} } from '../${w.kebab}.store.ts';

export const create${w.one_pascal} = action({
  name: 'create-${w.one}',
  summary: 'Create a ${w.one.replaceAll('-', ' ')}.',
  input: z.object({ title: fields.text(128).refine((title) => title.trim() !== '', 'must not be empty') }),
  permission: signedIn('everybody makes their own'),
  run: async (ctx, { title }) => {
    const ${w.one_snake}: ${w.one_pascal} = { id: newId(ctx.now), create_at: ctx.now, user_id: ctx.actor.user_id, title };
    await insert${w.one_pascal}(ctx.db, ${w.one_snake});
    ctx.emit(${w.one_camel}Created, { ${w.one_snake} });
    return ${w.one_snake};
  },
});
`;

const getQuery = (w: Words, rule: string) => `import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { ${rule} } from '../${w.kebab}.permissions.ts';
import { read${w.one_pascal} } from '../${w.kebab}.store.ts';

export const get${w.one_pascal} = query({
  name: 'get-${w.one}',
  summary: 'Get a ${w.one.replaceAll('-', ' ')} of one\\'s own.',
  input: z.object({ ${w.one_snake}_id: fields.id() }),
  permission: ${rule},
  run: (ctx, { ${w.one_snake}_id }) => read${w.one_pascal}(ctx.db, ${w.one_snake}_id),
});
`;

const createTest = (w: Words) => {
  const path = `/api/muster/v1/${w.snake}`;
  const noun = w.one.replaceAll('-', ' ');
  return permissionTest(`A ${noun}`, [
    `  it('is there for who made it, and for nobody else', async () => {
    const made = await person.post('${path}', { title: 'First' });
    expect(made.status).toBe(201);
    const found = await person.get(\`${path}/\${made.body.id}\`);
    expect(found.body).toEqual({ id: made.body.id, create_at: made.body.create_at, user_id: person.user.id, title: 'First' });
    expect((await admin.get(\`${path}/\${made.body.id}\`)).status).toBe(404);
  });`,
    `  it('needs a title and a session', async () => {
    expect((await person.post('${path}', { title: ' ' })).status).toBe(400);
    expect((await person.post('${path}', { title: 7 })).status).toBe(400);
    expect((await nobody.post('${path}', { title: 'First' })).status).toBe(401);
  });`,
  ]);
};

const manifest = (area: Area, w: Words, summary: string) => `import { defineFeature } from '#kernel/server/index.ts';
import { ${w.camel}Frames } from './${w.kebab}.events.ts';
import { ${w.camel}Routes } from './${w.kebab}.routes.ts';

export const ${w.camel}Feature = defineFeature({
  name: '${w.kebab}',
  area: '${area}',
  summary: ${literal(summary)},
  tables: ['${w.snake}'],
  routes: ${w.camel}Routes,
  frames: ${w.camel}Frames,
});
`;
