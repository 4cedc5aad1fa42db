import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { searchFields, searchOf } from '../search.input.ts';
import { listFound } from './search-posts.ts';

/** Looks for messages in a team and in direct channels. */
export const searchPostsInTeam = query({
  name: 'search-posts-in-team',
  summary: 'Search messages in a team.',
  input: z.object({ team_id: fields.id(), ...searchFields }),
  permission: inTeam('view_team'),
  run: (ctx, input) => listFound(ctx, searchOf(input, input.team_id)),
});
