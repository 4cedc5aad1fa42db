import type { Feature } from '../feature.ts';
import type { Route } from './route.ts';

/** One line of a route table, ready to be served. */
export interface BoundRoute {
  readonly method: string;
  /** With `:name` for parameters. */
  readonly path: string;
  readonly route: Route;
  readonly feature: Feature;
}

/** All routes of all features. */
export function actionRoutes(features: readonly Feature[]): BoundRoute[] {
  return features.flatMap((feature) =>
    Object.entries(feature.routes ?? {}).map(([key, value]) => {
      const [method, path] = key.split(' ');
      if (!method || !path) throw new Error(`${feature.name}: "${key}" is not "METHOD /path"`);
      return { method, path, feature, route: 'run' in value ? { action: value } : value };
    }),
  );
}
