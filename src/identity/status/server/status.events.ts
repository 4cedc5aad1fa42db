import { defineEvent, framesOf, toUser } from '#kernel/server/index.ts';
import type { StatusValue } from '../wire/index.ts';

/** Somebody's presence has changed. Only the person's own clients are told; others ask. */
export const statusChanged = defineEvent<{ user_id: string; status: StatusValue }>('status.changed');

export const frames = [framesOf(statusChanged, ({ user_id, status }) => ({ event: 'status_change', data: { user_id, status }, is_droppable: true, ...toUser(user_id) }))];
