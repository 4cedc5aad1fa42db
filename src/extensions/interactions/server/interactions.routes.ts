import { answerOk, type Routes } from '#kernel/server/index.ts';
import { queryDialog } from './actions/query-dialog.ts';
import { openDialog } from './actions/open-dialog.ts';
import { pressButton } from './actions/press-button.ts';
import { submitDialog } from './actions/submit-dialog.ts';

export const routes: Routes = {
  'POST /api/v4/posts/:post_id/actions/:action': pressButton,
  'POST /api/v4/actions/dialogs/open': { action: openDialog, answer: answerOk },
  'POST /api/v4/actions/dialogs/submit': submitDialog,
  'POST /api/v4/actions/dialogs/lookup': queryDialog,
};
