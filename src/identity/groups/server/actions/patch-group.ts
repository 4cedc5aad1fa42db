import { z } from 'zod';
import { action, fields, userError, type PermissionRule } from '#kernel/server/index.ts';
import { changeGroup } from '../change-group.ts';
import { hasGroupPermission, requireGroup, WRITE } from '../groups.permissions.ts';
import { isReservedGroupName, isSynced, nameFrom } from '../groups.rules.ts';

const EDIT = 'edit_custom_group';
const edits: PermissionRule<{ group_id: string }> = { scope: 'system', ids: [EDIT, WRITE], check: async (ctx, { group_id }) => hasGroupPermission(ctx, group_id, isSynced(await requireGroup(ctx, group_id)) ? WRITE : EDIT) };
const text = () => fields.text(20_000).nullish().transform((value) => value ?? undefined);

export const patchGroup = action({
  name: 'patch-group',
  summary: 'Changes the names or the description of a group, or whether it can be mentioned.',
  input: z.object({ group_id: fields.id(), name: text(), display_name: text(), description: text(), allow_reference: z.boolean().nullish().transform((value) => value ?? undefined) }),
  permission: edits,
  run: async (ctx, { group_id, name, ...patch }) => {
    const group = await requireGroup(ctx, group_id);
    if (!isSynced(group) && patch.allow_reference === false) throw userError('api.custom_groups.must_be_referenceable', 'A group that people make can always be mentioned.');
    const given = { display_name: patch.display_name ?? group.display_name, description: patch.description ?? group.description, allow_reference: patch.allow_reference ?? group.allow_reference };
    const wanted = name?.toLowerCase() ?? group.name ?? (given.allow_reference ? nameFrom(given.display_name) : null);
    if (wanted && isReservedGroupName(wanted)) throw userError('api.ldap_groups.existing_reserved_name_error', 'This name stands for everybody of a channel. Choose another.');
    return changeGroup(ctx, group, { ...given, name: wanted });
  },
});
