import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { allOf, fields, query } from '#kernel/server/index.ts';
import { addWaitingFiles } from '../draft-fields.ts';
import { demandSyncedDrafts, ownDrafts } from '../drafts.rules.ts';
import { listDrafts as readDrafts } from '../drafts.store.ts';

/** One's drafts in a team and in direct channels, the last changed first. */
export const listDrafts = query({
  name: 'list-drafts',
  summary: 'One\'s unsent messages.',
  input: z.object({ user_id: fields.id(), team_id: fields.id() }),
  permission: allOf<{ user_id: string; team_id: string }>(inTeam('view_team'), ownDrafts),
  run: async (ctx, { user_id, team_id }) => {
    demandSyncedDrafts(ctx);
    const drafts = await readDrafts(ctx.db, user_id, team_id);
    await addWaitingFiles(ctx, user_id, drafts);
    return drafts;
  },
});
