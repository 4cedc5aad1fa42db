import { z } from 'zod';
import { selfOr } from '#identity/roles/server/feature.ts';
import { inTeam } from '#identity/teams/server/feature.ts';
import { action, allOf, fields } from '#kernel/server/index.ts';
import { threadReadChanged } from '../threads.events.ts';
import { readThreadsOfTeam } from '../threads.store.ts';

/** Marks all threads of a team that a person follows as read. */
export const readAllThreads = action({
  name: 'read-all-threads',
  summary: 'Mark all followed threads of a team as read.',
  input: z.object({ user_id: fields.id(), team_id: fields.id() }),
  permission: allOf<{ user_id: string; team_id: string }>(selfOr('edit_other_users'), inTeam('view_team')),
  unaudited: 'it only concerns what the person has read',
  run: async (ctx, { user_id, team_id }) => {
    await readThreadsOfTeam(ctx.db, user_id, team_id, ctx.now);
    ctx.emit(threadReadChanged, { user_id, team_id, data: {} });
  },
});
