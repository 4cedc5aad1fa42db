import { z } from 'zod';
import { query, signedIn } from '#kernel/server/index.ts';
import ancillary from '../ancillary.seed.json' with { type: 'json' };

/** Which further permissions each permission of the system console needs to be of use. */
const needs: Readonly<Record<string, readonly string[]>> = ancillary;

export const addAncillaryPermissions = query({
  name: 'add-ancillary-permissions',
  summary: 'Adds to a list of permissions those that they need to be of use.',
  input: z.object({ permissions: z.array(z.string()) }),
  permission: signedIn('it is a fixed table that tells nothing of this server'),
  run: (_ctx, { permissions }) => [...new Set([...permissions, ...permissions.flatMap((id) => needs[id] ?? [])])],
});
