import { z } from 'zod';
import { action, anyone, fields } from '#kernel/server/index.ts';
import { dialogSchema } from '../dialogs.rules.ts';
import { dialogOpened } from '../interactions.events.ts';
import { openTrigger } from '../trigger-ids.ts';

/** Shows a form to the person whose press or command made the trigger. */
export const openDialog = action({
  name: 'open-dialog',
  summary: 'Show a form to who pressed a button or wrote a command.',
  input: z.object({ trigger_id: fields.text(4096).refine(Boolean, 'must be given'), url: fields.text(4096).refine(Boolean, 'must be given'), dialog: dialogSchema }),
  permission: anyone('the trigger, signed and short-lived, is the credential'),
  unaudited: 'it changes nothing: what is done with the form is recorded when it is submitted',
  run: (ctx, { trigger_id, url, dialog }) => {
    const { user_id, client_trigger_id } = openTrigger(ctx.app, trigger_id);
    // An address of the server's own dialogs is made by the server only.
    ctx.emit(dialogOpened, { user_id, request: { trigger_id: client_trigger_id, url, dialog } });
  },
});
