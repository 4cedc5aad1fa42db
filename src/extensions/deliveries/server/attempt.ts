import { authorizationFor } from '#extensions/outgoing-oauth/server/feature.ts';
import { AppError, callOutside, type App, type Ctx, type OutsideAnswer } from '#kernel/server/index.ts';
import { handleDelivery } from './actions/handle-delivery.ts';
import { deliveryKind, type DeliveryKind, type OutgoingCall } from './deliveries.extensions.ts';
import { keptAnswer, keptError, keptRequest, NO_ANSWER } from './deliveries.rows.ts';
import { firstRetry, lastRetry, maxAttempts, requestTimeout } from './deliveries.settings.ts';
import type { DeliveryResult, DeliveryRow } from './deliveries.store.ts';
import { isForLater, retryAfter, waitAfter } from './retry.rules.ts';
import { signatureHeaders } from './sign.ts';

const ANSWER_BYTES = 1_048_576;
const LONGEST_ASKED_MS = 24 * 3_600_000;

/** How an attempt ended. `is_away`: the receiver could not be reached or was not able to take it. */
export interface Outcome {
  readonly result: DeliveryResult;
  readonly is_away: boolean;
}

/** Makes a queued call once. Never throws, except when `signal` ends it: then it counts as not tried. */
export async function attempt(app: App, row: DeliveryRow, signal: AbortSignal): Promise<Outcome> {
  const kind = app.all(deliveryKind).find((known) => known.kind === row.kind);
  const started = performance.now();
  const end = (more: Partial<DeliveryResult> & Pick<DeliveryResult, 'status'>, is_away = false): Outcome => ({
    is_away,
    result: { attempts: row.attempts + 1, next_at: 0, request: row.request, answer: NO_ANSWER, post_id: '', duration_ms: Math.round(performance.now() - started), ...more, error: keptError(more.error ?? '') },
  });
  try {
    if (row.direction === 'in') return end({ status: 'delivered', ...(await receive(app, kind, row)) });
    const call = kind?.call ? await inKernel(app, (ctx) => kind.call!(ctx, row)) : { refused: 'Nothing on this server makes calls of this kind any more.' };
    if ('refused' in call) return end({ status: 'refused', error: call.refused });
    return await send(app, kind!, row, call, signal, end);
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof AppError && error.status < 500) return end({ status: 'refused', error: error.message });
    app.log.error({ err: error, kind: row.kind, delivery_id: row.id }, 'a delivery could not be made');
    return end(later(app, row, 0, 'Something went wrong on this server while the call was made. It was noted in the log.'));
  }
}

type End = (more: Partial<DeliveryResult> & Pick<DeliveryResult, 'status'>, is_away?: boolean) => Outcome;

async function send(app: App, kind: DeliveryKind, row: DeliveryRow, call: OutgoingCall, signal: AbortSignal, end: End): Promise<Outcome> {
  const headers = { ...call.headers, ...signatureHeaders(call.secrets ?? [], row.replay_of || row.id, app.clock(), call.body) };
  const request = keptRequest(app, { method: 'POST', url: call.url, headers, body: call.body });
  let answer: OutsideAnswer;
  try {
    // Not part of what the ledger keeps.
    const authorization = await authorizationFor(app, call.url);
    answer = await callOutside(app, { url: call.url, method: 'POST', headers: { ...headers, ...(authorization && { authorization }) }, body: call.body, time_limit_ms: app.settings.get(requestTimeout) * 1000, size_limit: ANSWER_BYTES, cuts_large: true, is_trusted: call.is_trusted, signal });
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError)) throw error;
    if (error.status < 500 || error.id === 'outbound.redirects') return end({ status: 'refused', request, error: error.message });
    return end({ ...later(app, row, 0, error.message), request }, true);
  }
  const kept = { request, answer: keptAnswer(app, { status: answer.status, body: answer.body.toString('utf8') }) };
  if (isForLater(answer.status)) return end({ ...later(app, row, retryAfter(answer.headers['retry-after'], app.clock()), `The receiver answered ${answer.status}.`), ...kept }, true);
  if (answer.status < 200 || answer.status > 299) return end({ status: 'failed', error: `The receiver answered ${answer.status}.`, ...kept });
  return end({ status: 'delivered', ...kept, ...(await takeAnswer(app, kind, row, answer)) });
}

// What was delivered stays so, even if its answer is of no use.
async function takeAnswer(app: App, kind: DeliveryKind, row: DeliveryRow, answer: OutsideAnswer): Promise<{ post_id?: string; error?: string }> {
  if (!kind.answered) return {};
  try {
    return { post_id: (await inKernel(app, (ctx) => kind.answered!(ctx, row, answer)))?.post_id ?? '' };
  } catch (error) {
    if (!(error instanceof AppError)) app.log.error({ err: error, kind: row.kind, delivery_id: row.id }, 'the answer to a delivery could not be used');
    return { error: `The answer could not be used: ${error instanceof AppError ? error.message : 'something went wrong on this server.'}` };
  }
}

async function receive(app: App, kind: DeliveryKind | undefined, row: DeliveryRow): Promise<{ post_id?: string; error?: string }> {
  if (!kind?.receive) return { error: 'Nothing on this server takes calls of this kind any more.' };
  return { post_id: (await inKernel(app, (ctx) => kind.receive!(ctx, row)))?.post_id ?? '' };
}

function later(app: App, row: DeliveryRow, asked_ms: number, error: string): Pick<DeliveryResult, 'status' | 'next_at' | 'error'> {
  const { settings } = app;
  const limits = { max_attempts: settings.get(maxAttempts), first_ms: settings.get(firstRetry) * 1000, longest_ms: settings.get(lastRetry) * 1000 };
  const attempts = row.attempts + 1;
  if (attempts >= limits.max_attempts) return { status: 'dead', next_at: 0, error: `${error} It was the last of ${attempts} attempts.` };
  return { status: 'waiting', next_at: app.clock() + Math.max(waitAfter(attempts, limits), Math.min(asked_ms, LONGEST_ASKED_MS)), error };
}

function inKernel<T>(app: App, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return app.execute(app.systemCtx(), handleDelivery, { work }) as Promise<T>;
}
