import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { demandVisible, needUser } from '#identity/users/server/feature.ts';
import { fields, query, signedIn } from '#kernel/server/index.ts';
import { listFields, readValues } from '../profile-attributes.store.ts';

export const listProfileValues = query({
  name: 'list-profile-values',
  summary: "Gets what is in the fields of somebody's profile. Hidden fields are for the person and administrators.",
  input: z.object({ user_id: fields.id() }),
  permission: signedIn('profiles are shown to everybody; guests see those of people in their channels'),
  run: async (ctx, { user_id }) => {
    await demandVisible(ctx, user_id);
    await needUser(ctx, user_id);
    const values = await readValues(ctx.db, user_id);
    if (user_id === ctx.actor.user_id || (await hasPermission(ctx, 'manage_system'))) return values;
    for (const field of await listFields(ctx.db)) if (field.attrs.visibility === 'hidden') delete values[field.id];
    return values;
  },
});
