import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { acceptTerms } from './actions/accept-terms.ts';
import { createTerms } from './actions/create-terms.ts';
import { getAcceptance } from './queries/get-acceptance.ts';
import { getTerms } from './queries/get-terms.ts';

export const routes: Routes = {
  'GET /api/v4/terms_of_service': getTerms,
  'POST /api/v4/terms_of_service': createTerms,
  'GET /api/v4/users/:user_id/terms_of_service': getAcceptance,
  'POST /api/v4/users/:user_id/terms_of_service': route({ action: acceptTerms, answer: answerOk }),
};
