import { lazy } from 'react';
import { team_slots } from '#identity/teams/web/index.ts';
import { profile_slots } from '#identity/users/web/index.ts';
import { defineWebFeature, shell_slots } from '#kernel/web/index.ts';
import { fetchMyChannels } from './channels.client.ts';
import { forgetAsked } from './channels.missing.ts';
import { channel_actions_source, my_channels_source, other_channels_source, people_source } from './channels.palette.tsx';
import { listenToChannels } from './channels.realtime.ts';
import { forgetChannels } from './channels.state.ts';
import { ChannelPage } from './components/ChannelPage.tsx';
import { MessagePersonButton } from './components/MessagePersonButton.tsx';
import { PostRedirect } from './components/PostRedirect.tsx';
import { TeamBadge } from './components/TeamBadge.tsx';
import { TeamHome } from './components/TeamHome.tsx';
import { UnreadTitle } from './components/UnreadTitle.tsx';

export { findChannelByName, joinChannel, openDirectChannel, openGroupChannel } from './channels.client.ts';
export { wantGroupPeople } from './channels.missing.ts';
export { channelName, nameChannel, useChannelName } from './channels.names.ts';
export { channelPath, goToChannel, postPath } from './channels.paths.ts';
export { dmPartnerId, unreadOf, type ChannelUnreadState } from './channels.rules.ts';
export { channel_slots, type MessageViewProps } from './channels.slots.ts';
export {
  channelsStore, getChannel, getMyMember, hasThreads, useChannel, useChannelStats, useChannelUnread, useCurrentChannelId, useHasThreads, useMyChannelMember, useNewSince, useTeamChannels,
} from './channels.state.ts';
export { leaveView, markChannelsRead, markRead, viewChannel } from './channels.view.ts';
export { ChannelIcon } from './components/ChannelIcon.tsx';
export { ChannelMenuItems } from './components/ChannelMenuItems.tsx';
export { BrowseChannelsDialog } from './dialogs/BrowseChannelsDialog.tsx';
export { CreateChannelDialog } from './dialogs/CreateChannelDialog.tsx';
export { NewDirectMessageDialog } from './dialogs/NewDirectMessageDialog.tsx';

export default defineWebFeature({
  name: 'channels',
  start: listenToChannels,
  load: fetchMyChannels,
  forget: () => {
    forgetChannels();
    forgetAsked();
  },
  routes: [
    { path: '/:team/channels/:name', component: ChannelPage, place: 'frame' },
    { path: '/:team/messages/:handle', component: ChannelPage, place: 'frame' },
    { path: '/:team/pl/:post_id', component: ChannelPage, place: 'frame' },
    { path: '/_redirect/pl/:post_id', component: PostRedirect, place: 'frame' },
    { path: '/:team', component: TeamHome, place: 'frame' },
  ],
  panels: {
    'channel-info': lazy(() => import('./panels/ChannelInfoPanel.tsx')),
    'channel-members': lazy(() => import('./panels/ChannelMembersPanel.tsx')),
  },
  slots: [
    shell_slots.palette.add(my_channels_source),
    shell_slots.palette.add(people_source),
    shell_slots.palette.add(other_channels_source),
    shell_slots.palette.add(channel_actions_source),
    shell_slots.background.add(UnreadTitle),
    team_slots.badge.add(TeamBadge),
    profile_slots.actions.add(MessagePersonButton),
  ],
});
