import { countsInChannel, groupTargets, syncTarget } from '#identity/groups/server/feature.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { beforeChannelMembersAdded, channelConstrained } from '#messaging/channels/server/feature.ts';
import { routes } from './channel-groups.routes.ts';
import { channelTarget, demandInGroups } from './channel-target.ts';
import { countMembersOfGroups } from './count-members.ts';

export const channelGroupsFeature = defineFeature({
  name: 'channel-groups',
  area: 'messaging',
  summary: 'Groups of people that fill channels.',
  routes,
  contributes: [
    groupTargets.add(channelTarget),
    countsInChannel.add(countMembersOfGroups),
    beforeChannelMembersAdded.add(demandInGroups),
    channelConstrained.add((ctx, channel) => syncTarget(ctx, 'channels', channel.id, true)),
  ],
});
