import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { searchFields, searchOf } from '../search.input.ts';
import { listFoundFiles } from './search-files.ts';

/** Looks for files in a team and in direct channels. */
export const searchFilesInTeam = query({
  name: 'search-files-in-team',
  summary: 'Search files in a team.',
  input: z.object({ team_id: fields.id(), ...searchFields }),
  permission: inTeam('view_team'),
  run: (ctx, input) => listFoundFiles(ctx, searchOf(input, input.team_id)),
});
