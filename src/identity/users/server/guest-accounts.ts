import { defineEvent, framesOf, toAll, type App } from '#kernel/server/index.ts';
import { setUserActive } from './change-user.ts';
import { enableGuestAccounts } from './users.settings.ts';
import { readActiveGuests } from './users.store.ts';

/** Guest accounts were switched off: all guests are deactivated. */
const guestsDeactivated = defineEvent<Record<string, never>>('guests.deactivated');

export const guestFrames = [framesOf(guestsDeactivated, () => ({ event: 'guests_deactivated', data: {}, ...toAll() }))];

/** Deactivates all guests when guest accounts are switched off. */
export function watchGuestAccounts(app: App): void {
  let was_on = app.settings.get(enableGuestAccounts);
  app.settings.onChange(() => {
    const is_on = app.settings.get(enableGuestAccounts);
    const is_switched_off = was_on && !is_on;
    was_on = is_on;
    if (is_switched_off) void deactivateGuests(app).catch((error: Error) => app.log.error({ error: error.message }, 'guests could not be deactivated'));
  });
}

async function deactivateGuests(app: App): Promise<void> {
  const ctx = app.systemCtx();
  for (const user_id of await readActiveGuests(app.db)) await setUserActive(ctx, user_id, false);
  for (const { event, payload } of ctx.events) app.publish(event, payload);
  app.publish(guestsDeactivated, {});
}
