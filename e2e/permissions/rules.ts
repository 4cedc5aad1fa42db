import type { CatalogueRoute } from '../lib/routes.ts';

const OBJECTS = /^(team|channel|post|thread|file|hook|category|token|bot_user|restore_version)_id$|^(team|channel)_name$/;

/** Whether a route is about something of one team or channel, by its path or by its rule. */
export function scenesRoute(route: CatalogueRoute): boolean {
  return route.params.some((name) => OBJECTS.test(name)) || ['team', 'channel', 'object'].includes(route.route.action.permission.scope);
}
