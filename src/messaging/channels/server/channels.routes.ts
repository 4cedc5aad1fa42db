import { answerOk, route, type Routes } from '#kernel/server/index.ts';
import { addChannelMembers } from './actions/add-channel-members.ts';
import { archiveChannel } from './actions/archive-channel.ts';
import { convertGroupChannel } from './actions/convert-group-channel.ts';
import { createChannel } from './actions/create-channel.ts';
import { createDirectChannel } from './actions/create-direct-channel.ts';
import { createGroupChannel } from './actions/create-group-channel.ts';
import { markChannelsRead } from './actions/mark-channels-read.ts';
import { moveChannel } from './actions/move-channel.ts';
import { patchChannelModerations } from './actions/patch-channel-moderations.ts';
import { patchChannel } from './actions/patch-channel.ts';
import { removeChannelMember } from './actions/remove-channel-member.ts';
import { restoreChannel } from './actions/restore-channel.ts';
import { setChannelMemberRoles } from './actions/set-channel-member-roles.ts';
import { setChannelMemberSchemeRoles } from './actions/set-channel-member-scheme-roles.ts';
import { setChannelNotifyProps } from './actions/set-channel-notify-props.ts';
import { setChannelPrivacy } from './actions/set-channel-privacy.ts';
import { setChannelScheme } from './actions/set-channel-scheme.ts';
import { updateChannel } from './actions/update-channel.ts';
import { viewChannel } from './actions/view-channel.ts';
import { autocompleteChannels } from './queries/autocomplete-channels.ts';
import { autocompleteOwnChannels } from './queries/autocomplete-own-channels.ts';
import { countChannelMembers } from './queries/count-channel-members.ts';
import { getChannelByBothNames } from './queries/get-channel-by-both-names.ts';
import { getChannelNamed } from './queries/get-channel-by-name.ts';
import { getChannelMember } from './queries/get-channel-member.ts';
import { getChannelStats } from './queries/get-channel-stats.ts';
import { getChannelUnread } from './queries/get-channel-unread.ts';
import { getChannel } from './queries/get-channel.ts';
import { getTeamUnread } from './queries/get-team-unread.ts';
import { listAllChannels } from './queries/list-all-channels.ts';
import { listArchivedChannels } from './queries/list-archived-channels.ts';
import { listChannelMembersByIds } from './queries/list-channel-members-by-ids.ts';
import { listChannelMembers } from './queries/list-channel-members.ts';
import { listChannelModerations } from './queries/list-channel-moderations.ts';
import { listChannelTimezones } from './queries/list-channel-timezones.ts';
import { listChannelsByIds } from './queries/list-channels-by-ids.ts';
import { listChannelsOfScheme } from './queries/list-channels-of-scheme.ts';
import { listChannelsOfUser } from './queries/list-channels-of-user.ts';
import { listCommonTeams } from './queries/list-common-teams.ts';
import { listMembershipsOfUser } from './queries/list-memberships-of-user.ts';
import { listPeopleOfGroupChannels } from './queries/list-people-of-group-channels.ts';
import { listPrivateChannels } from './queries/list-private-channels.ts';
import { listPublicChannels } from './queries/list-public-channels.ts';
import { listTeamChannelsOfUser } from './queries/list-team-channels-of-user.ts';
import { listTeamMembershipsOfUser } from './queries/list-team-memberships-of-user.ts';
import { listTeamUnreads } from './queries/list-team-unreads.ts';
import { searchAllChannels } from './queries/search-all-channels.ts';
import { searchGroupChannels } from './queries/search-group-channels.ts';
import { searchTeamChannels } from './queries/search-team-channels.ts';

const MAX_BATCH_BODY = 1024 * 1024;

export const routes: Routes = {
  'GET /api/v4/channels': listAllChannels,
  'POST /api/v4/channels': route({ action: createChannel, status: 201 }),
  'POST /api/v4/channels/direct': route({ action: createDirectChannel, status: 201, body: 'user_ids' }),
  'POST /api/v4/channels/group': route({ action: createGroupChannel, status: 201, body: 'user_ids' }),
  'POST /api/v4/channels/group/search': searchGroupChannels,
  'POST /api/v4/channels/search': searchAllChannels,
  'POST /api/v4/channels/stats/member_count': route({ action: countChannelMembers, body: 'channel_ids' }),
  'POST /api/v4/channels/members/:user_id/mark_read': route({ action: markChannelsRead, body: 'channel_ids' }),
  'POST /api/v4/channels/members/:user_id/view': viewChannel,
  'GET /api/v4/channels/:channel_id': getChannel,
  'PUT /api/v4/channels/:channel_id': updateChannel,
  'DELETE /api/v4/channels/:channel_id': route({ action: archiveChannel, answer: answerOk }),
  'PUT /api/v4/channels/:channel_id/patch': patchChannel,
  'PUT /api/v4/channels/:channel_id/privacy': setChannelPrivacy,
  'POST /api/v4/channels/:channel_id/restore': restoreChannel,
  'POST /api/v4/channels/:channel_id/move': moveChannel,
  'POST /api/v4/channels/:channel_id/convert_to_channel': convertGroupChannel,
  'GET /api/v4/channels/:channel_id/common_teams': listCommonTeams,
  'GET /api/v4/channels/:channel_id/stats': getChannelStats,
  'GET /api/v4/channels/:channel_id/timezones': listChannelTimezones,
  'GET /api/v4/channels/:channel_id/moderations': listChannelModerations,
  'PUT /api/v4/channels/:channel_id/moderations/patch': route({ action: patchChannelModerations, body: 'moderations' }),
  'PUT /api/v4/channels/:channel_id/scheme': route({ action: setChannelScheme, answer: answerOk }),
  'GET /api/v4/schemes/:scheme_id/channels': listChannelsOfScheme,
  'GET /api/v4/channels/:channel_id/members': listChannelMembers,
  'POST /api/v4/channels/:channel_id/members': route({ action: addChannelMembers, status: 201, max_body: MAX_BATCH_BODY }),
  'POST /api/v4/channels/:channel_id/members/ids': route({ action: listChannelMembersByIds, body: 'user_ids' }),
  'GET /api/v4/channels/:channel_id/members/:user_id': getChannelMember,
  'DELETE /api/v4/channels/:channel_id/members/:user_id': route({ action: removeChannelMember, answer: answerOk }),
  'PUT /api/v4/channels/:channel_id/members/:user_id/roles': route({ action: setChannelMemberRoles, answer: answerOk }),
  'PUT /api/v4/channels/:channel_id/members/:user_id/schemeRoles': route({ action: setChannelMemberSchemeRoles, answer: answerOk }),
  'PUT /api/v4/channels/:channel_id/members/:user_id/notify_props': route({ action: setChannelNotifyProps, body: '=notify_props', answer: answerOk }),
  'GET /api/v4/teams/:team_id/channels': listPublicChannels,
  'GET /api/v4/teams/:team_id/channels/private': listPrivateChannels,
  'GET /api/v4/teams/:team_id/channels/deleted': listArchivedChannels,
  'POST /api/v4/teams/:team_id/channels/ids': route({ action: listChannelsByIds, body: 'channel_ids' }),
  'POST /api/v4/teams/:team_id/channels/search': searchTeamChannels,
  'GET /api/v4/teams/:team_id/channels/autocomplete': autocompleteChannels,
  'GET /api/v4/teams/:team_id/channels/search_autocomplete': autocompleteOwnChannels,
  'GET /api/v4/teams/:team_id/channels/name/:channel_name': getChannelNamed,
  'GET /api/v4/teams/name/:team_name/channels/name/:channel_name': getChannelByBothNames,
  'GET /api/v4/users/:user_id/channels': listChannelsOfUser,
  'GET /api/v4/users/:user_id/channel_members': listMembershipsOfUser,
  'GET /api/v4/users/:user_id/channels/:channel_id/unread': getChannelUnread,
  'GET /api/v4/users/:user_id/teams/unread': listTeamUnreads,
  'GET /api/v4/users/:user_id/teams/:team_id/unread': getTeamUnread,
  'GET /api/v4/users/:user_id/teams/:team_id/channels': route({ action: listTeamChannelsOfUser, has_etag: true }),
  'GET /api/v4/users/:user_id/teams/:team_id/channels/members': listTeamMembershipsOfUser,
  'POST /api/v4/users/group_channels': route({ action: listPeopleOfGroupChannels, body: 'channel_ids' }),
};
