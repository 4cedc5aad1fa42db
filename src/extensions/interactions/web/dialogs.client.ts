import { api } from '#kernel/web/index.ts';
import type { LookupDialogResponse, SubmitDialogRequest, SubmitDialogResponse } from '#extensions/interactions/wire/index.ts';

/** Gives a form to the integration behind it. Throws ApiError. */
export function submitDialog(request: SubmitDialogRequest): Promise<SubmitDialogResponse> {
  return api.post('/api/v4/actions/dialogs/submit', request);
}

/** The choices of a menu by what was typed. Throws ApiError. */
export function queryDialog(request: SubmitDialogRequest): Promise<LookupDialogResponse> {
  return api.post('/api/v4/actions/dialogs/lookup', request);
}
