import { answerOk, type Routes } from '#kernel/server/index.ts';
import { deleteDraft } from './actions/delete-draft.ts';
import { saveDraft } from './actions/save-draft.ts';
import { listDrafts } from './queries/list-drafts.ts';

export const draftsRoutes: Routes = {
  'POST /api/v4/drafts': { action: saveDraft, status: 201 },
  'GET /api/v4/users/:user_id/teams/:team_id/drafts': listDrafts,
  'DELETE /api/v4/users/:user_id/channels/:channel_id/drafts': { action: deleteDraft, answer: answerOk },
  'DELETE /api/v4/users/:user_id/channels/:channel_id/drafts/:thread_id': { action: deleteDraft, answer: answerOk },
};
