import { defineEvent, framesOf, toAll } from '#kernel/server/index.ts';
import type { Role } from '../wire/index.ts';

/** What a role permits has changed. */
export const roleUpdated = defineEvent<{ role: Role }>('role.updated');

export const frames = [framesOf(roleUpdated, ({ role }) => ({ event: 'role_updated', data: { role: JSON.stringify(role) }, ...toAll() }))];
