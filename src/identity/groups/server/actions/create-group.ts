import { z } from 'zod';
import { inSystem } from '#identity/roles/server/feature.ts';
import { getUsers } from '#identity/users/server/feature.ts';
import { action, fields, invalidBody, newId, userError } from '#kernel/server/index.ts';
import type { Group } from '../../wire/index.ts';
import { demandGood, explain, tell } from '../change-group.ts';
import { groupMemberAdded } from '../groups.events.ts';
import { demandCustomGroups } from '../groups.permissions.ts';
import { addMembers, insertGroup } from '../groups.store.ts';
import { MAX_MEMBERS } from '../members-input.ts';

const NEW = { user: 'app.group.username_conflict', group: 'app.custom_group.unique_name' };
const text = () => fields.text(20_000).nullish().transform((value) => value ?? '');

export const createGroup = action({
  name: 'create-group',
  summary: 'Makes a group of people that can be mentioned by its name.',
  input: z.object({ name: fields.text(20_000).nullish(), display_name: text(), description: text(), source: text(), remote_id: text(), allow_reference: z.boolean().nullish(), user_ids: z.array(z.string()).max(MAX_MEMBERS).nullish() }),
  permission: inSystem('create_custom_group'),
  run: async (ctx, { user_ids, source, remote_id, allow_reference, ...input }): Promise<Group> => {
    demandCustomGroups(ctx);
    if (source !== 'custom') throw userError('app.group.crud_permission', 'Only groups with the source "custom" can be made here.');
    if (!allow_reference) throw userError('api.custom_groups.must_be_referenceable', 'A group that people make can always be mentioned: set allow_reference to true.');
    if (remote_id) throw userError('api.custom_groups.no_remote_id', 'A group that people make has no remote_id.');
    const ids = [...new Set(user_ids ?? [])];
    const known = await getUsers(ctx.app, ids);
    if (known.size < ids.length) throw invalidBody('user_ids', 'Somebody in it has no account.');
    const group = { ...input, name: input.name?.toLowerCase() ?? null, id: newId(ctx.now), source: 'custom' as const, remote_id: null, create_at: ctx.now, update_at: ctx.now, delete_at: 0, allow_reference: true };
    await demandGood(ctx, group, NEW);
    const members = await explain(
      ctx.db.tx(async (tx) => {
        await insertGroup(tx, group);
        return addMembers(tx, group.id, ids, ctx.now);
      }),
      NEW,
    );
    for (const member of members) ctx.emit(groupMemberAdded, { member });
    return tell(ctx, group.id);
  },
});
