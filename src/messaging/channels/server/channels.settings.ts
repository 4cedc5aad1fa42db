import { setting } from '#kernel/server/index.ts';

export const maxChannelsPerTeam = setting({ key: 'TeamSettings.MaxChannelsPerTeam', default: 100_000, min: 1, max: 10_000_000, summary: 'How many channels a team may have.' });
export const restrictDirectMessage = setting({ key: 'TeamSettings.RestrictDirectMessage', default: 'any', choices: ['any', 'team'], client: 'RestrictDirectMessage', summary: 'Whom people may open a direct channel with: anybody, or members of a common team.' });
export const viewArchivedChannels = setting({ key: 'TeamSettings.ExperimentalViewArchivedChannels', default: true, client: 'ExperimentalViewArchivedChannels', summary: 'Whether archived channels can be found and read.' });
export const defaultChannels = setting<readonly string[]>({ key: 'TeamSettings.ExperimentalDefaultChannels', default: [], summary: 'Names of channels that new members of a team join besides Town Square; empty: Off-Topic.' });
export const joinLeaveMessages = setting({ key: 'TeamSettings.EnableJoinLeaveMessageByDefault', default: true, summary: 'Whether channels tell who joined and who left.' });
export const enableChannelDeletion = setting({ key: 'ServiceSettings.EnableAPIChannelDeletion', default: false, summary: 'Whether administrators may delete a channel for good.' });
export const enableChannelViewedMessages = setting({ key: 'ServiceSettings.EnableChannelViewedMessages', default: true, summary: "Whether a person's other clients are told at once what was read." });

export const maxNotifications = setting({ key: 'TeamSettings.MaxNotificationsPerChannel', default: 1000, min: 1, summary: 'From how many members on nobody is notified by @channel, @here and @all.', client: 'MaxNotificationsPerChannel' });
export const collapsedThreads = setting({ key: 'ServiceSettings.CollapsedThreads', default: 'always_on', choices: ['always_on', 'default_on', 'default_off', 'disabled'], client: 'CollapsedThreads', summary: 'Whether replies stand in threads only: for everybody, for nobody, or as people choose, with what they get who have not chosen.' });

export const settings = [maxChannelsPerTeam, restrictDirectMessage, viewArchivedChannels, defaultChannels, joinLeaveMessages, enableChannelDeletion, enableChannelViewedMessages, maxNotifications, collapsedThreads];
