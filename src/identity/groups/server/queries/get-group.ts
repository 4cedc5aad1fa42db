import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { readsGroup, requireGroup } from '../groups.permissions.ts';
import { findGroups } from './find-groups.ts';

export const getGroup = query({
  name: 'get-group',
  summary: 'Gets a group, also an archived one.',
  input: z.object({ group_id: fields.id(), include_member_count: fields.queryFlag(), include_member_ids: fields.queryFlag() }),
  permission: readsGroup,
  run: async (ctx, { group_id, ...shown }) => {
    const group = await requireGroup(ctx, group_id);
    const [found] = await findGroups(ctx, { q: '', ids: [group_id], filter_allow_reference: false, filter_archived: false, include_archived: true, filter_has_member: '', only_syncable_sources: false }, shown);
    return found ?? group;
  },
});
