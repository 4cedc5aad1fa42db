import type { z } from 'zod';
import type { Action } from '../action.ts';
import { AppError, invalidBody, invalidParam, invalidUrl } from '../errors.ts';
import { isId } from '../ids.ts';
import type { HttpRequest, Route } from './route.ts';

/** Marks a body that was not JSON, so that the error can name what the route expects. */
export const BROKEN_BODY = Symbol('a body that is not JSON');

/** Parameters, query and body put together as the action's input. */
export function inputOf(route: Route, request: HttpRequest, user_id: string): Record<string, unknown> {
  const params: Record<string, unknown> = { ...request.params };
  if (params['user_id'] === 'me') params['user_id'] = user_id;
  for (const [name, value] of Object.entries(params)) if (name.endsWith('_id') && !isId(value)) checkSpecialId(name, value);
  const { body } = request;
  if (body === BROKEN_BODY) throw invalidBody(bodyName(route), 'It is not valid JSON.');
  const is_fields = body !== null && typeof body === 'object' && !Array.isArray(body);
  const named = body === undefined || body === null || (is_fields && !route.body?.startsWith('=')) ? undefined : { [bodyName(route)]: body };
  return { ...request.query, ...(is_fields && !named ? body : named), ...params };
}

// Ids of the sidebar's standing categories have their own form: <type>_<user>_<team>.
function checkSpecialId(name: string, value: unknown): void {
  if (typeof value === 'string' && /^[a-z_]+_[a-z0-9]{26}_[a-z0-9]{26}$/.test(value)) return;
  throw invalidUrl(name);
}

/** What the protocol calls the body: the route's own word, else the action's noun. */
export function bodyName(route: Route): string {
  return (route.body ?? route.action.name.split('-').slice(1).join('_')).replace(/^=/, '') || 'body';
}

/** Checks an input against the action's schema. The error names what is wrong in the protocol's words. */
export function parseInput(action: Action, input: unknown, refuse?: (issue: z.core.$ZodIssue | undefined) => AppError): unknown {
  const parsed = action.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refuse ? refuse(issue) : invalidBody(String(issue?.path[0] ?? 'body'), issue?.message);
}

/** The error for a wrong input that came by HTTP: which part of the request was it? */
export function httpRefusal(route: Route, request: HttpRequest): (issue: z.core.$ZodIssue | undefined) => AppError {
  return (issue) => {
    const field = String(issue?.path[0] ?? '');
    if (field in request.params) return invalidUrl(field);
    if (field in request.query) return invalidParam(field, issue?.message);
    const where = issue?.path.length ? `${issue.path.join('.')}: ${issue.message}` : issue?.message;
    return invalidBody(route.body || request.method !== 'GET' ? (route.body ? bodyName(route) : field || bodyName(route)) : field, where);
  };
}
