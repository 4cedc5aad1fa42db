import { AppError, callOutside, userError, type Ctx, type OutsideAnswer } from '#kernel/server/index.ts';
import { authorizationFor } from '#extensions/outgoing-oauth/server/feature.ts';
import { recordDelivery, requestTimeout } from '#extensions/deliveries/server/feature.ts';

/** A call that a person caused by a command, button or dialog and waits for. */
export interface IntegrationCall {
  readonly kind: 'command' | 'action' | 'dialog';
  readonly integration_id: string;
  readonly integration_name: string;
  readonly owner_id: string;
  readonly team_id: string;
  readonly channel_id: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const ANSWER_LIMIT = 1_048_576;

/** Calls an integration once, within the time and size limits, and notes it in the ledger. Any status but 200 is an error with `error_id`. */
export async function callIntegration(ctx: Ctx, call: IntegrationCall, error_id: string, error_status: number): Promise<OutsideAnswer> {
  const { method, url, headers, body, ...subject } = call;
  const began = ctx.app.clock();
  const record = (status: 'delivered' | 'failed', rest: { answer?: { status: number; body: string }; error?: string }) =>
    recordDelivery(ctx, { ...subject, direction: 'out', status, request: { method, url, headers, body }, duration_ms: ctx.app.clock() - began, create_at: began, ...rest });
  let answer: OutsideAnswer;
  try {
    const authorization = await authorizationFor(ctx.app, url);
    answer = await callOutside(ctx, { url, method, headers: { ...headers, ...(authorization && { authorization }) }, ...(body !== undefined && { body }), time_limit_ms: ctx.settings.get(requestTimeout) * 1000, size_limit: ANSWER_LIMIT });
  } catch (error) {
    const why = error instanceof AppError ? error.message : 'The call failed.';
    record('failed', { error: why });
    throw userError(error_id, `${call.integration_name} did not answer: ${why}`, error_status);
  }
  const seen = { answer: { status: answer.status, body: answer.body.toString('utf8') } };
  if (answer.status !== 200) {
    const error = `It answered with status ${answer.status} instead of 200.`;
    record('failed', { ...seen, error });
    throw userError(error_id, `${call.integration_name} failed. ${error}`, error_status);
  }
  record('delivered', seen);
  return answer;
}
