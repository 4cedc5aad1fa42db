import { z } from 'zod';
import { invalidBody, query, signedIn } from '#kernel/server/index.ts';
import { readGroupsByNames } from '../groups.store.ts';
import { readsGroups } from '../groups.permissions.ts';

const MAX_NAMES = 1000;

export const listGroupsByNames = query({
  name: 'list-groups-by-names',
  summary: 'Gets several groups by the names with which they are mentioned; unknown names are left out.',
  input: z.object({ names: z.array(z.string()).max(MAX_NAMES, `must have at most ${MAX_NAMES} names`) }),
  permission: signedIn('groups that can be mentioned are known to everybody'),
  run: async (ctx, { names }) => {
    if (!names.length) throw invalidBody('names');
    const groups = await readGroupsByNames(ctx.db, names.map((name) => name.toLowerCase().replaceAll('\u0000', '')));
    return (await readsGroups(ctx)) ? groups : groups.filter((group) => group.allow_reference);
  },
});
