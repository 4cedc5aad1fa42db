import type { FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { notFoundError, userError } from '../errors.ts';
import type { BoundRoute } from './bind.ts';

/** `GET /users/:user_id` without the parameter's name: two tables may call it differently. */
function shapeOf(method: string, path: string): string {
  return `${method} ${path.replace(/:[a-zA-Z_]+/g, ':')}`;
}

/**
 * Routes of the protocol that no feature serves answer 501 to whoever is signed in: an old client or bot then learns
 * that the call is right but not there yet. Everybody else sees what every unknown address answers.
 */
export function addUnservedRoutes(app: App, http: FastifyInstance, protocol_routes: readonly string[], served: readonly BoundRoute[]): void {
  const taken = new Set(served.map((bound) => shapeOf(bound.method, bound.path)));
  for (const name of protocol_routes) {
    const [method, path] = name.split(' ') as [string, string];
    // HEAD follows from GET; what is not under /api are pages and hooks with answers of their own.
    if (method === 'HEAD' || !path.startsWith('/api/') || taken.has(shapeOf(method, path))) continue;
    taken.add(shapeOf(method, path));
    http.route({
      method: method as 'GET',
      url: path,
      config: { is_streamed: true },
      handler: async (request) => {
        const query = request.query as Record<string, string>;
        const actor = await app.identify({ headers: request.headers, method, query });
        throw actor.user_id ? userError('api.not_implemented.app_error', `${method} ${path} is not there yet.`, 501) : notFoundError();
      },
    });
  }
}
