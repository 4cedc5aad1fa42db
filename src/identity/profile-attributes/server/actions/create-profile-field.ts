import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { action, fields, newId, userError } from '#kernel/server/index.ts';
import { profile_attribute_limits as limits, type AttributeType, type ProfileField } from '../../wire/index.ts';
import { profileFieldCreated } from '../profile-attributes.events.ts';
import { checkAttrs, TYPES } from '../profile-attributes.rules.ts';
import { GROUP_ID, insertField, listFields } from '../profile-attributes.store.ts';
import { checkName, explainTaken } from '../profile-fields.ts';

const text = () => fields.text(1_000).nullish().transform((value) => value ?? '');

export const createProfileField = action({
  name: 'create-profile-field',
  summary: 'Adds a field to the profiles of everybody.',
  input: z.object({ name: text(), type: text(), attrs: fields.props().nullish(), target_id: text(), target_type: text() }),
  permission: inSystem('manage_system'),
  run: async (ctx, { name, type, attrs, target_id, target_type }) => {
    if (!TYPES.includes(type as AttributeType)) throw userError('model.property_field.is_valid.app_error', `The type must be one of ${TYPES.join(', ')}.`);
    const known = await listFields(ctx.db);
    if (known.length >= limits.fields_max) throw userError('app.custom_profile_attributes.limit_reached.app_error', `There are ${limits.fields_max} fields already. Delete one first.`, 422);
    const kind = type as AttributeType;
    const field: ProfileField = {
      id: newId(ctx.now), group_id: GROUP_ID, name: checkName(name), type: kind, attrs: checkAttrs(kind, { sort_order: known.length, ...attrs }),
      target_id: target_id.slice(0, limits.name_max), target_type: target_type.slice(0, limits.name_max), create_at: ctx.now, update_at: ctx.now, delete_at: 0,
    };
    await insertField(ctx.db, field).catch(explainTaken);
    ctx.emit(profileFieldCreated, { field });
    return field;
  },
});
