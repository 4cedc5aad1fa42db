import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields } from '#kernel/server/index.ts';
import { profileFieldDeleted } from '../profile-attributes.events.ts';
import { deleteValuesOfField, updateField } from '../profile-attributes.store.ts';
import { requireField } from '../profile-fields.ts';

export const deleteProfileField = action({
  name: 'delete-profile-field',
  summary: 'Takes a field, and what is in it, from the profiles of everybody.',
  input: z.object({ field_id: fields.id() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { field_id }) => {
    const field = await requireField(ctx, field_id);
    await ctx.db.tx(async (tx) => {
      await updateField(tx, { ...field, delete_at: ctx.now });
      await deleteValuesOfField(tx, field_id);
    });
    ctx.emit(profileFieldDeleted, { field_id });
  },
});
