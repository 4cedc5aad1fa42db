import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Action } from '../action.ts';
import type { Ctx } from '../context.ts';

/** A request as a route's own reader sees it. */
export type HttpRequest = FastifyRequest<{ Params: Record<string, string>; Querystring: Record<string, string | string[]> }>;
export type HttpReply = FastifyReply;

/**
 * How a path reaches an action. By default the action's input is the path's parameters, the query and the fields of
 * the JSON body put together (the path wins), and the answer is the action's result as JSON with status 200.
 */
export interface Route<I = any, O = any> {
  readonly action: Action<I, O>;
  /** Status of success. */
  readonly status?: number;
  /** Under which name of the input a body goes that is a list or a plain value; also what an error calls the body. */
  readonly body?: string;
  /** Reads the input where the default does not fit (multipart, raw bytes, headers). */
  read?(request: HttpRequest, ctx: Ctx): Promise<unknown> | unknown;
  /** Gives the body unread to `read`, so that it can be streamed. */
  readonly is_streamed?: boolean;
  /** Largest body in bytes where it differs from the general limit. */
  readonly max_body?: number;
  /** Turns the result into the answer: set headers and cookies on `reply`, return the body. A string, Buffer or stream is sent as it is. */
  answer?(result: O, reply: HttpReply, request: HttpRequest, ctx: Ctx): unknown;
  /** Answers HEAD too. */
  readonly has_head?: boolean;
  /** Gives the answer an ETag made of its text, and answers 304 to whoever has it already. */
  readonly has_etag?: boolean;
  /** Works with a session cookie without a CSRF token (log-in). */
  readonly is_csrf_exempt?: boolean;
}

/** The table of a feature: `"POST /api/v4/posts"` → action, or action with how to reach it. */
export type Routes = Readonly<Record<string, Action | Route>>;

/** Checks a table's types: each `answer` and `read` fits its action. */
export function route<I, O>(definition: Route<I, O>): Route<I, O> {
  return definition;
}

/** The body that most writes of the protocol answer with. */
export const STATUS_OK = { status: 'OK' };

/** An `answer` for actions whose result the protocol does not show. */
export function answerOk(): typeof STATUS_OK {
  return STATUS_OK;
}
