import type { App } from '#kernel/server/index.ts';
import { getChannel } from './channels.cache.ts';
import { moderate, type ModerationChange } from './channel-moderation.ts';
import { deleteRestrictions, readRestrictions } from './channels.store.ts';

/** Turns what older versions kept as restrictions of single channels into schemes, once. */
export async function convertRestrictions(app: App): Promise<void> {
  const restrictions = await readRestrictions(app.db);
  for (const channel_id of new Set(restrictions.map((row) => row.channel_id))) {
    const channel = await getChannel(app, channel_id);
    const changes = restrictions.filter((row) => row.channel_id === channel_id).map((row): ModerationChange => ({ who: row.who, name: row.name, is_allowed: false }));
    if (channel) await moderate(app.systemCtx(), channel, changes);
    await deleteRestrictions(app.db, channel_id);
  }
}
