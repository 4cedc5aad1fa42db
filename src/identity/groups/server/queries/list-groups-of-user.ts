import { z } from 'zod';
import { fields, query } from '#kernel/server/index.ts';
import { selfOr } from '#identity/roles/server/feature.ts';
import { READ } from '../groups.permissions.ts';
import { findGroups } from './find-groups.ts';

export const listGroupsOfUser = query({
  name: 'list-groups-of-user',
  summary: 'Lists the groups that a person is in.',
  input: z.object({ user_id: fields.id() }),
  permission: selfOr(READ),
  run: (ctx, { user_id }) =>
    findGroups(ctx, { q: '', filter_has_member: user_id, filter_allow_reference: false, filter_archived: false, include_archived: false, only_syncable_sources: false }, { include_member_count: false, include_member_ids: false }),
});
