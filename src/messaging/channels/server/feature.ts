import { beforeSchemeDeleted } from '#identity/schemes/server/feature.ts';
import { afterTeamCreated, afterTeamMembersAdded, beforeTeamDeleted, beforeTeamMemberRemoved, invitedChannels, teamSchemeSet } from '#identity/teams/server/feature.ts';
import { defineFeature, listenTo, topicsOfUser } from '#kernel/server/index.ts';
import { invitations } from './channel-invitations.ts';
import { followTeamScheme, leaveScheme } from './channel-scheme.ts';
import { membershipsOf } from './channels.cache.ts';
import { frames, teamChannelsLeft, topicOfChannel } from './channels.events.ts';
import { commands } from './channels.commands.ts';
import { routes } from './channels.routes.ts';
import { convertRestrictions } from './restrictions.ts';
import { settings } from './channels.settings.ts';
export { maxNotifications } from './channels.settings.ts';
export { seesThreads } from './collapsed-threads.ts';
import { userContributions, userListeners } from './channels.users.ts';
import { createDefaultChannels, deleteChannelsOfTeam, healDefaultChannels, joinDefaultChannels, leaveChannelsOfTeam } from './default-channels.ts';

export { patchChannel } from './actions/patch-channel.ts';
export { createDirectChannel } from './actions/create-direct-channel.ts';
export { createGroupChannel } from './actions/create-group-channel.ts';
export { addressOf, namedUser } from './channels.commands.ts';
export { countMentions, countPosts, countWideMentions, markViewed, setUnreadFrom, type PersonalMentions, type PostCounts, type UnreadFrom, type Viewing, type WideMentions } from './channel-counts.store.ts';
export { addChannelMember, addChannelMembers, removeChannelMember } from './channel-members.ts';
export { readMember, readMemberIds } from './channel-members.store.ts';
export { setChannelAdmins } from './save-member-roles.ts';
export { notifyPropsOf, type MemberNotify } from './channel-notify.ts';
export { getChannel, getChannelByName, getChannels, isChannelMember, membershipsOf, type ChannelMembership } from './channels.cache.ts';
export {
  channelArchived, channelConverted, channelCreated, channelMemberAdded, channelMoved, channelMemberRemoved, channelMemberUpdated, channelRestored, channelUpdated, channelsViewed,
  directChannelCreated, groupChannelConverted, groupChannelCreated, teamChannelsLeft, toChannel, topicOfChannel,
} from './channels.events.ts';
export { beforeChannelMembersAdded, beforeChannelsDeleted, channelConstrained, channelFigures, markThreadsRead, postSystemMessage, threadCountsOf, type SystemMessage, type ThreadCounts } from './channels.extensions.ts';
export { importChannel, importChannelMembers, markImportedRead } from './import-channel.ts';
export { changeNotifyProps } from './change-notify-props.ts';
export { canReadChannel, canSeeChannel, hasChannelPermission, inChannel, inChannelByType, readsChannel, requireChannel } from './channels.permissions.ts';
export { channelColumns, readChannel, readChannels, toWireChannel } from './channels.store.ts';
export { getOrCreateDirectChannel, getOrCreateGroupChannel } from './direct-channels.ts';

export const channelsFeature = defineFeature({
  name: 'channels',
  area: 'messaging',
  summary: 'Channels, who is in them, and what each has read of them.',
  tables: ['channels', 'channel_members', 'channel_restrictions'],
  routes,
  commands,
  start: async (app) => {
    await convertRestrictions(app);
    // Beside the start, which must not wait for it.
    const healing = healDefaultChannels(app).catch((error: Error) => app.log.error({ error: error.message }, 'default channels of teams could not be looked through'));
    return () => healing;
  },
  frames,
  settings,
  listeners: [
    ...userListeners,
    // Only after the message about it has left, since the person still gets it.
    listenTo(teamChannelsLeft, (ctx, { user_id, channel_ids }) => ctx.app.hub.leave(user_id, ...channel_ids.map(topicOfChannel))),
  ],
  contributes: [
    ...userContributions,
    beforeSchemeDeleted.add(leaveScheme),
    teamSchemeSet.add(followTeamScheme),
    invitedChannels.add(invitations),
    topicsOfUser.add(async (app, actor) => [...(await membershipsOf(app, actor.user_id)).keys()].map(topicOfChannel)),
    afterTeamCreated.add(createDefaultChannels),
    afterTeamMembersAdded.add(joinDefaultChannels),
    beforeTeamMemberRemoved.add(leaveChannelsOfTeam),
    beforeTeamDeleted.add(deleteChannelsOfTeam),
  ],
});
