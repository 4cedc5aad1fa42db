import { z } from 'zod';
import { action, AppError, fields, userError, type Ctx } from '#kernel/server/index.ts';
import { addApproval, findContract, moveRequest, type RequestRow } from '../contracts.store.ts';
import { markFulfilled } from '../guarded-actions.ts';
import { guardedBy, prepareRun, showRequest } from '../requests.ts';
import { decides, needRequest } from '../requests.permissions.ts';
import { runCommandRequest } from './run-command-request.ts';

/** Approves a command that somebody asked for. The last approval that is needed runs it. */
export const approveCommandRequest = action({
  name: 'approve-command-request',
  summary: 'Approve a dangerous command that somebody asked for.',
  input: z.object({ request_id: fields.id() }),
  permission: decides,
  run: async (ctx, { request_id }) => {
    const asked = await needRequest(ctx, request_id);
    const contract = await findContract(ctx.db, { id: asked.contract_id });
    if (!contract || contract.update_at !== asked.contract_at) throw userError('api.muster.command_contract.refused.app_error', 'The contract of this command was changed since it was asked for. Ask for it again.', 403);
    const request = await addApproval(ctx.db, request_id, ctx.actor.user_id, ctx.app.clock());
    if (!request) throw userError('api.muster.command_request.ended.app_error', 'You have approved this already, or it has ended.');
    ctx.notes.push(`contract=${contract.id} approvals=${request.approved_by.length}/${contract.approvals_needed}`);
    const is_enough = request.approved_by.length >= Math.max(contract.approvals_needed, 1);
    const running = is_enough ? await moveRequest(ctx.db, request_id, 'waiting', 'running') : undefined;
    if (running) await runNow(ctx, running);
    else await showRequest(ctx, request);
  },
});

// Once: whoever moved it to "running" runs it, and says how it ended.
async function runNow(ctx: Ctx, request: RequestRow): Promise<void> {
  const end = async (status: 'done' | 'failed', result: string) => {
    const ended = await moveRequest(ctx.db, request.id, 'running', status, { result });
    if (ended) await showRequest(ctx, ended);
  };
  try {
    const { as, target } = await prepareRun(ctx, request);
    markFulfilled(as, guardedBy(ctx, request) ?? true);
    const answer = await as.app.execute(as, runCommandRequest, { request_id: request.id, target });
    await end('done', ('extra_responses' in answer ? '' : answer.text) ?? '');
  } catch (error) {
    await end('failed', error instanceof AppError ? error.message : 'Something went wrong inside the server. Its log says what.');
    if (!(error instanceof AppError)) throw error;
  }
}
