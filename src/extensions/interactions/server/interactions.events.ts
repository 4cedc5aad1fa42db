import { defineEvent, framesOf, toUser } from '#kernel/server/index.ts';
import type { OpenDialogRequest } from '../wire/index.ts';

/** A form is to be shown to somebody. */
export const dialogOpened = defineEvent<{ user_id: string; request: OpenDialogRequest }>('dialog.opened');

export const frames = [framesOf(dialogOpened, ({ user_id, request }) => ({ event: 'open_dialog', data: { dialog: JSON.stringify(request) }, ...toUser(user_id) }))];
