import { z } from 'zod';
import { inTeam } from '#identity/teams/server/feature.ts';
import { fields, query } from '#kernel/server/index.ts';
import { findInTeam, OWN, PUBLIC } from '../search-channels.ts';

export const autocompleteChannels = query({
  name: 'autocomplete-channels',
  summary: 'Channels of a team to link to: public ones and those one is in.',
  input: z.object({ team_id: fields.id(), name: fields.text(256).nullish() }),
  permission: inTeam('list_team_channels'),
  run: (ctx, { team_id, name }) => findInTeam(ctx, `(${PUBLIC} OR ${OWN})`, team_id, name ?? ''),
});
