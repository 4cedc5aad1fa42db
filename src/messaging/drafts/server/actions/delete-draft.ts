import { z } from 'zod';
import { action, fields } from '#kernel/server/index.ts';
import { draftPlaces } from '../drafts.cache.ts';
import { draftDeleted } from '../drafts.events.ts';
import { demandSyncedDrafts, ownDrafts } from '../drafts.rules.ts';
import { deleteDraft as forgetDraft } from '../drafts.store.ts';

/** Forgets a draft. That there is none is no fault. */
export const deleteDraft = action({
  name: 'delete-draft',
  summary: 'Forget an unsent message.',
  input: z.object({ user_id: fields.id(), channel_id: fields.id(), thread_id: fields.id().optional() }),
  permission: ownDrafts,
  unaudited: 'people write all the time',
  run: async (ctx, { user_id, channel_id, thread_id }) => {
    demandSyncedDrafts(ctx);
    const draft = await forgetDraft(ctx.db, { user_id, channel_id, root_id: thread_id ?? '' });
    draftPlaces(ctx.app).invalidate(user_id);
    if (draft) ctx.emit(draftDeleted, { draft, connection_id: ctx.origin.connection_id });
  },
});
