import { features } from '#features';
import { actionRoutes, type BoundRoute } from '#kernel/server/http/bind.ts';

/** A route of the catalogue. `key` is how the feature's table names it: `POST /api/v4/posts`. */
export interface CatalogueRoute extends BoundRoute {
  readonly key: string;
  /** The names of its path parameters, in order. */
  readonly params: readonly string[];
}

/** Every route that some feature serves. */
export const ROUTES: readonly CatalogueRoute[] = actionRoutes(features).map((bound) => ({
  ...bound,
  key: `${bound.method} ${bound.path}`,
  params: [...bound.path.matchAll(/:(\w+)/g)].map((m) => m[1]!),
}));

/** The path with its parameters filled in. Values are sent as they are given; encode what must be encoded. */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? `missing-${name}`);
}
