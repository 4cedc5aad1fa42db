import { z } from 'zod';
import { action, userError } from '#kernel/server/index.ts';
import { getChannel } from '#messaging/channels/server/feature.ts';
import { postsToChannel } from '#messaging/posts/server/feature.ts';
import { addWaitingFiles, checkDraft, draftFields, priorityOf } from '../draft-fields.ts';
import { draftPlaces } from '../drafts.cache.ts';
import { draftDeleted, draftSaved } from '../drafts.events.ts';
import { demandSyncedDrafts } from '../drafts.rules.ts';
import { deleteDraft, saveDraft as keepDraft } from '../drafts.store.ts';

/** Keeps what somebody has written and not sent. Null if nothing is left of it. */
export const saveDraft = action({
  name: 'save-draft',
  summary: 'Keep an unsent message, so that it is there on the other devices too.',
  input: z.object(draftFields),
  permission: postsToChannel,
  unaudited: 'people write all the time',
  run: async (ctx, input) => {
    demandSyncedDrafts(ctx);
    const key = { user_id: ctx.actor.user_id, channel_id: input.channel_id, root_id: input.root_id };
    const content = { message: input.message, type: input.type, props: input.props, file_ids: input.file_ids, priority: priorityOf(input) };
    const { connection_id } = ctx.origin;
    checkDraft(content);
    if ((await getChannel(ctx.app, input.channel_id))?.delete_at) throw userError('api.draft.create_draft.can_not_draft_to_deleted.error', 'The channel is archived: nobody can post in it.');
    if (!content.message && !content.file_ids.length) {
      const draft = await deleteDraft(ctx.db, key);
      draftPlaces(ctx.app).invalidate(key.user_id);
      if (draft) ctx.emit(draftDeleted, { draft, connection_id });
      return null;
    }
    const draft = await keepDraft(ctx.db, key, content, ctx.now);
    draftPlaces(ctx.app).invalidate(key.user_id);
    await addWaitingFiles(ctx, key.user_id, [draft]);
    ctx.emit(draftSaved, { draft, connection_id });
    return draft;
  },
});
