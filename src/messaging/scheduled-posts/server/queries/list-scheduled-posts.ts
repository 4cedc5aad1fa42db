import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { addWaitingFiles } from '#messaging/drafts/server/feature.ts';
import type { ScheduledPostsByTeam } from '../../wire/index.ts';
import { demandScheduledPosts } from '../scheduled-posts.rules.ts';
import { listScheduled } from '../scheduled-posts.store.ts';

/** The caller's scheduled messages in a team, and if asked for in direct channels. */
export const listScheduledPosts = query({
  name: 'list-scheduled-posts',
  summary: 'One\'s scheduled messages.',
  input: z.object({ team_id: fields.id(), includeDirectChannels: fields.queryFlag() }),
  permission: inTeam('view_team'),
  run: async (ctx, { team_id, includeDirectChannels }) => {
    demandScheduledPosts(ctx);
    const { user_id } = ctx.actor;
    const posts: ScheduledPostsByTeam = { [team_id]: await listScheduled(ctx.db, user_id, team_id) };
    if (includeDirectChannels) posts['directChannels'] = await listScheduled(ctx.db, user_id, '');
    await addWaitingFiles(ctx, user_id, Object.values(posts).flat());
    return posts;
  },
});
