import type { Routes } from '#kernel/server/index.ts';
import { countMembersByGroup } from './queries/count-members-by-group.ts';
import { listChannelMembersWithoutGroups } from './queries/list-channel-members-without-groups.ts';
import { listGroupsByChannels } from './queries/list-groups-by-channels.ts';
import { listGroupsOfChannel } from './queries/list-groups-of-channel.ts';

export const routes: Routes = {
  'GET /api/v4/channels/:channel_id/groups': listGroupsOfChannel,
  'GET /api/v4/channels/:channel_id/member_counts_by_group': countMembersByGroup,
  'GET /api/v4/channels/:channel_id/members_minus_group_members': listChannelMembersWithoutGroups,
  'GET /api/v4/teams/:team_id/groups_by_channels': listGroupsByChannels,
};
