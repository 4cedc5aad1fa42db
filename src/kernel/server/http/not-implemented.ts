import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { notFoundError, userError, type AppError } from '../errors.ts';
import type { BoundRoute } from './bind.ts';

interface Pattern {
  readonly method: string;
  readonly path: string;
  readonly parts: readonly string[];
}

// What of the protocol is no address of the page.
const OWN_PATHS = /^\/(api|oauth|plugins|static\/plugins|login|signup)\//;
// Whoever comes this way has no session yet: the way is how one gets it.
const WAYS_IN = /^\/(oauth|login|signup)\//;

/**
 * Routes of the protocol that no feature serves answer 501 to whoever is signed in: an old client or bot then learns
 * that the call is right but not there yet. Everybody else sees what every unknown address answers, except on the ways to
 * log in with another service.
 * Returns the error for a request that no route has taken; undefined where the protocol has no such route.
 */
export function addUnservedRoutes(app: App, http: FastifyInstance, protocol_routes: readonly string[], bound_routes: readonly BoundRoute[]): (request: FastifyRequest) => Promise<AppError> | undefined {
  const served = bound_routes.map((bound) => patternOf(bound.method, bound.path));
  const shapes = new Set(served.map(shapeOf));
  const unserved = protocol_routes.map((name) => patternOf(...(name.split(' ') as [string, string]))).filter((p) => OWN_PATHS.test(p.path) && !shapes.has(shapeOf(p)));
  const answer = async ({ method, path }: Pattern, request: FastifyRequest): Promise<AppError> => {
    if (WAYS_IN.test(path)) return notThere(method, path);
    const actor = await app.identify({ headers: request.headers, method, query: request.query as Record<string, string> });
    return actor.user_id ? notThere(method, path) : notFoundError();
  };
  // A parameter of a served route would take these. Only they become routes: each costs time and memory at the start.
  for (const pattern of unserved.filter((p) => served.some((other) => takes(other, p.method, p.parts)))) {
    http.route({
      method: pattern.method as 'GET',
      url: pattern.path,
      config: { is_streamed: true },
      handler: async (request) => {
        throw await answer(pattern, request);
      },
    });
  }
  return (request) => {
    const parts = partsOf(request.url.split('?')[0]!);
    const pattern = unserved.find((p) => takes(p, request.method, parts));
    return pattern ? answer(pattern, request) : undefined;
  };
}

function notThere(method: string, path: string): AppError {
  return userError('api.not_implemented.app_error', `${method} ${path} is not there yet.`, 501);
}

function patternOf(method: string, path: string): Pattern {
  return { method, path, parts: partsOf(path) };
}

function partsOf(path: string): string[] {
  return path.replace(/\/$/, '').split('/');
}

// Two tables may give a parameter different names.
function shapeOf({ method, parts }: Pattern): string {
  return `${method} ${parts.map((part) => (part.startsWith(':') ? ':' : part)).join('/')}`;
}

function takes(pattern: Pattern, method: string, parts: readonly string[]): boolean {
  return pattern.method === method && pattern.parts.length === parts.length && pattern.parts.every((part, i) => part.startsWith(':') || part === parts[i]);
}
