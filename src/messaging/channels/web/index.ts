import { defineWebFeature } from '#kernel/web/index.ts';
import { fetchMyChannels } from './channels.client.ts';
import { forgetAsked } from './channels.missing.ts';
import { listenToChannels } from './channels.realtime.ts';
import { forgetChannels } from './channels.state.ts';

export { findChannelByName, joinChannel, openDirectChannel, openGroupChannel } from './channels.client.ts';
export { channelName, useChannelName } from './channels.names.ts';
export { channelPath, goToChannel, postPath } from './channels.paths.ts';
export { dmPartnerId, unreadOf, type ChannelUnreadState } from './channels.rules.ts';
export {
  channelsStore, getChannel, getMyMember, hasThreads, useChannel, useChannelStats, useChannelUnread, useCurrentChannelId, useHasThreads, useMyChannelMember, useNewSince,
} from './channels.state.ts';
export { leaveView, markChannelsRead, markRead, viewChannel } from './channels.view.ts';

export default defineWebFeature({
  name: 'channels',
  start: listenToChannels,
  load: fetchMyChannels,
  forget: () => {
    forgetChannels();
    forgetAsked();
  },
});
