import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields, userError } from '#kernel/server/index.ts';
import type { AttributeType, ProfileField } from '../../wire/index.ts';
import { profileFieldUpdated } from '../profile-attributes.events.ts';
import { checkAttrs, TYPES } from '../profile-attributes.rules.ts';
import { deleteValuesOfField, updateField } from '../profile-attributes.store.ts';
import { checkName, explainTaken, requireField } from '../profile-fields.ts';

const text = () => fields.text(1_000).nullish().transform((value) => value ?? undefined);

export const patchProfileField = action({
  name: 'patch-profile-field',
  summary: 'Changes a field of the profiles. Another type empties it everywhere.',
  input: z.object({ field_id: fields.id(), name: text(), type: text(), attrs: fields.props().nullish() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { field_id, name, type, attrs }) => {
    const old = await requireField(ctx, field_id);
    if (type !== undefined && !TYPES.includes(type as AttributeType)) throw userError('api.custom_profile_attributes.invalid_field_patch', `The type must be one of ${TYPES.join(', ')}.`);
    const kind = (type as AttributeType | undefined) ?? old.type;
    const field: ProfileField = { ...old, name: checkName(name ?? old.name), type: kind, attrs: checkAttrs(kind, { ...old.attrs, ...attrs }), update_at: ctx.now };
    const delete_values = kind !== old.type;
    await ctx.db
      .tx(async (tx) => {
        await updateField(tx, field);
        if (delete_values) await deleteValuesOfField(tx, field.id);
      })
      .catch(explainTaken);
    ctx.emit(profileFieldUpdated, { field, delete_values });
    return field;
  },
});
