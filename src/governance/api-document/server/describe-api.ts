import { z } from 'zod';
import { actionRoutes, bodyName, type App, type BoundRoute } from '#kernel/server/index.ts';

type Json = { [key: string]: unknown };

const ERROR = { $ref: '#/components/responses/Error' };
const ID = '^[a-z0-9]{26}$';

/** Describes every route that this server serves. */
export function describeApi(app: App): Json {
  const routes = actionRoutes(app.features);
  const paths: Record<string, Record<string, Json>> = {};
  for (const bound of routes) (paths[bound.path.replace(/:(\w+)/g, '{$1}')] ??= {})[bound.method.toLowerCase()] = operationOf(bound);
  const used = new Set(routes.map(({ feature }) => feature.name));
  return {
    openapi: '3.1.0',
    info: { title: 'Muster', version: app.version, description: 'The Mattermost protocol under /api/v4, and what it lacks under /api/muster/v1. Errors are objects with an `id` that programs can rely on.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: app.site_url }],
    security: [{ token: [] }, { cookie: [] }],
    tags: app.features.filter(({ name }) => used.has(name)).map(({ name, summary }) => ({ name, description: summary })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A session token (header `Token` of the log-in) or a personal access token.' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'MMAUTHTOKEN', description: 'The session of a browser; whatever is no GET also needs the header X-CSRF-Token with the value of the cookie MMCSRF.' },
      },
      responses: { Error: { description: 'The call was refused.', content: { 'application/json': { schema: { $ref: '#/components/schemas/AppError' } } } } },
      schemas: { AppError: errorSchema() },
    },
  };
}

function errorSchema(): Json {
  const text = (description: string): Json => ({ type: 'string', description });
  return {
    type: 'object',
    required: ['id', 'message', 'detailed_error', 'status_code'],
    properties: { id: text('What went wrong, for programs.'), message: text('The same for people.'), detailed_error: text('Usually empty.'), request_id: text('As in the header X-Request-ID and in the log.'), status_code: { type: 'integer' } },
  };
}

function operationOf({ method, path, route, feature }: BoundRoute): Json {
  const { action } = route;
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  const { properties, required } = fieldsOf(action.input);
  const rest = Object.keys(properties).filter((name) => !names.includes(name));
  const has_query = method === 'GET' || method === 'HEAD' || method === 'DELETE';
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: pathSchema(name) })),
    ...(has_query ? rest.map((name) => ({ name, in: 'query', required: required.has(name), schema: properties[name] })) : []),
  ];
  return {
    operationId: `${method.toLowerCase()}${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [feature.name],
    summary: action.summary,
    description: permissionText(action.permission),
    ...(parameters.length && { parameters }),
    ...(!has_query && bodyOf({ method, path, route, feature }, rest, properties, required)),
    ...(action.permission.scope === 'anyone' && { security: [] }),
    responses: responsesOf(route.status ?? 200, action.permission.scope === 'anyone', names.length > 0),
  };
}

function responsesOf(status: number, is_open: boolean, has_object: boolean): Json {
  return {
    [status]: { description: 'Done.' },
    400: ERROR,
    ...(!is_open && { 401: ERROR, 403: ERROR }),
    ...(has_object && { 404: ERROR }),
    default: ERROR,
  };
}

function permissionText({ scope, ids, reason }: BoundRoute['route']['action']['permission']): string {
  if (scope === 'anyone') return `Without a session: ${reason}.`;
  if (scope === 'signed-in') return `For everybody who is signed in: ${reason}.`;
  const names = [...new Set(ids)].map((id) => `\`${id}\``).join(', ');
  const where: Record<string, string> = { self: 'About oneself', system: 'In the whole system', team: 'In the team', channel: 'In the channel', object: 'On the object' };
  return names ? `${where[scope]}: needs ${names}.` : `${where[scope]}: decided by what it is about.`;
}

function bodyOf({ route }: BoundRoute, rest: readonly string[], properties: Record<string, Json>, required: ReadonlySet<string>): Json {
  if (route.is_streamed || route.read) return { requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' } }, 'application/octet-stream': {}, 'application/json': {} } } };
  if (!rest.length) return {};
  const named = properties[bodyName(route)];
  const is_named = route.body !== undefined && named !== undefined;
  const schema = is_named ? named : { type: 'object', properties: Object.fromEntries(rest.map((name) => [name, properties[name]])), required: rest.filter((name) => required.has(name)) };
  return { requestBody: { required: is_named || rest.some((name) => required.has(name)), content: { 'application/json': { schema } } } };
}

function pathSchema(name: string): Json {
  if (name === 'user_id') return { type: 'string', pattern: '^(me|[a-z0-9]{26})$' };
  return name.endsWith('_id') ? { type: 'string', pattern: ID } : { type: 'string', minLength: 1 };
}

function fieldsOf(input: z.ZodType): { properties: Record<string, Json>; required: ReadonlySet<string> } {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Json;
  return { properties: (schema['properties'] ?? {}) as Record<string, Json>, required: new Set((schema['required'] ?? []) as string[]) };
}
