import { z } from 'zod';
import { hasPermission } from '#identity/roles/server/feature.ts';
import { demandVisible } from '#identity/users/server/feature.ts';
import { fields, permissionError, query, signedIn, type Ctx } from '#kernel/server/index.ts';
import type { Group } from '../../wire/index.ts';
import { countsInChannel } from '../groups.extensions.ts';
import { readsGroups } from '../groups.permissions.ts';
import { targetOf } from '../sync-members.ts';
import { countGroups, findGroups } from './find-groups.ts';
import { groupListInput, type GroupFilter } from './group-filter.ts';

const input = z.object({
  ...groupListInput,
  group_source: z.string().default(''),
  include_total_count: fields.queryFlag(),
  include_timezones: fields.queryFlag(),
  include_channel_member_count: fields.optionalId(),
  not_associated_to_team: fields.optionalId(),
  not_associated_to_channel: fields.optionalId(),
  since: fields.queryNumber(0),
});

export const listGroups = query({
  name: 'list-groups',
  summary: 'Finds groups. Who does not manage groups gets those that can be mentioned.',
  input,
  permission: signedIn('groups that can be mentioned are known to everybody'),
  run: async (ctx, given): Promise<Group[] | { groups: Group[]; total_count: number }> => {
    const filter = await filterOf(ctx, given);
    const groups = await findGroups(ctx, filter, { ...given, page: { limit: given.per_page, offset: given.page * given.per_page } });
    if (given.include_channel_member_count) await addCounts(ctx, groups, given.include_channel_member_count, given.include_timezones);
    return given.include_total_count ? { groups, total_count: await countGroups(ctx, filter) } : groups;
  },
});

async function filterOf(ctx: Ctx, { group_source, not_associated_to_team: team_id, not_associated_to_channel: channel_id, ...given }: z.output<typeof input>): Promise<GroupFilter> {
  if (given.filter_has_member) await demandVisible(ctx, given.filter_has_member);
  for (const [kind, id] of [['teams', team_id], ['channels', channel_id]] as const) {
    if (!id) continue;
    const target = targetOf(ctx, kind);
    await target.demand(ctx, id);
    if (!(await target.mayLink(ctx, id)) && !(await hasPermission(ctx, 'manage_system'))) throw permissionError(ctx.actor.user_id, ['manage_team']);
  }
  const not_linked_to = team_id ? { kind: 'teams', id: team_id } : channel_id ? { kind: 'channels', id: channel_id } : undefined;
  return { ...given, source: group_source === '' ? '' : group_source === 'custom' ? 'custom' : 'ldap', not_linked_to, filter_allow_reference: given.filter_allow_reference || !(await readsGroups(ctx)) };
}

async function addCounts(ctx: Ctx, groups: Group[], channel_id: string, with_timezones: boolean): Promise<void> {
  const ids = groups.map((group) => group.id);
  for (const count of ctx.app.all(countsInChannel)) {
    const found = new Map((await count(ctx, channel_id, ids, with_timezones)).map((row) => [row.group_id, row]));
    for (const group of groups) {
      group.channel_member_count = found.get(group.id)?.channel_member_count ?? 0;
      if (with_timezones) group.channel_member_timezones_count = found.get(group.id)?.channel_member_timezones_count ?? 0;
    }
  }
}
