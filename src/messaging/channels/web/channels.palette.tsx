import { Hash, MessageCirclePlus, Plus } from 'lucide-react';
import { currentTeam } from '#identity/teams/web/index.ts';
import { autocompleteUsers, displayName, UserAvatar } from '#identity/users/web/index.ts';
import { api, defineMessages, matchesText, openDialog, t, toast, type PaletteItem, type PaletteSource } from '#kernel/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { openDirectChannel } from './channels.client.ts';
import { channelName } from './channels.names.ts';
import { goToChannel } from './channels.paths.ts';
import { unreadOf } from './channels.rules.ts';
import { channelsStore, hasThreads } from './channels.state.ts';
import { ChannelIcon } from './components/ChannelIcon.tsx';
import { BrowseChannelsDialog } from './dialogs/BrowseChannelsDialog.tsx';
import { CreateChannelDialog } from './dialogs/CreateChannelDialog.tsx';
import { NewDirectMessageDialog } from './dialogs/NewDirectMessageDialog.tsx';

const m = defineMessages({
  recent: { id: 'palette.channels', defaultMessage: 'Channels' },
  other: { id: 'palette.other_channels', defaultMessage: 'Channels to join' },
  people: { id: 'palette.people', defaultMessage: 'People' },
  actions: { id: 'palette.channel_actions', defaultMessage: 'Channels and messages' },
  browse: { id: 'palette.browse', defaultMessage: 'Browse channels' },
  create: { id: 'palette.create', defaultMessage: 'New channel' },
  direct: { id: 'palette.direct', defaultMessage: 'New direct message' },
});

const SHOWN = 7;

/** Channels the person is in: unread ones first, then by their last message. */
export const my_channels_source: PaletteSource = {
  id: 'my-channels',
  title: m.recent,
  search: (text) => {
    const { by_id, my_members, current_channel_id } = channelsStore.getState();
    const team_id = currentTeam()?.id;
    const rank = (channel: Channel): number => {
      const unread = unreadOf(channel, my_members[channel.id], hasThreads());
      return (unread.mention_count ? 4e15 : unread.is_unread ? 2e15 : 0) + channel.last_post_at;
    };
    return Object.values(by_id)
      .filter((channel) => my_members[channel.id] && channel.delete_at === 0 && channel.id !== current_channel_id && (!channel.team_id || channel.team_id === team_id))
      .filter((channel) => (text ? matchesText(`${channelName(channel)} ${channel.name.length < 30 ? channel.name : ''}`, text.replace(/^[#~@]/, '')) : true))
      .sort((a, b) => rank(b) - rank(a))
      .slice(0, SHOWN)
      .map((channel) => channelItem(channel));
  },
};

/** Public channels of the team that the person is not in. */
export const other_channels_source: PaletteSource = {
  id: 'other-channels',
  title: m.other,
  search: async (text) => {
    const team = currentTeam();
    if (!team || text.length < 2 || text.startsWith('@')) return [];
    const found = await api.post<Channel[]>(`/api/v4/teams/${team.id}/channels/search`, { term: text.replace(/^[#~]/, '') });
    const { my_members } = channelsStore.getState();
    return found.filter((channel) => !my_members[channel.id] && channel.delete_at === 0).slice(0, SHOWN).map((channel) => ({ ...channelItem(channel), icon: <Hash size={16} /> }));
  },
};

/** People to write to. */
export const people_source: PaletteSource = {
  id: 'people',
  title: m.people,
  search: async (text) => {
    const name = text.replace(/^@/, '');
    if (!name || /^[#~]/.test(text)) return [];
    const { users } = await autocompleteUsers(name, { limit: SHOWN });
    return users.filter((user) => user.delete_at === 0).slice(0, SHOWN).map((user) => ({
      id: `user-${user.id}`,
      icon: <UserAvatar user_id={user.id} size={22} />,
      label: displayName(user),
      detail: `@${user.username}`,
      run: () => void openDirectChannel(user.id).then((channel) => goToChannel(channel)).catch(toast.failure),
    }));
  },
};

export const channel_actions_source: PaletteSource = {
  id: 'channel-actions',
  title: m.actions,
  search: (text) => {
    const team = currentTeam();
    if (!team) return [];
    const items: PaletteItem[] = [
      { id: 'browse', icon: <Hash size={16} />, label: t(m.browse), run: () => openDialog(<BrowseChannelsDialog team_id={team.id} />) },
      { id: 'create', icon: <Plus size={16} />, label: t(m.create), run: () => openDialog(<CreateChannelDialog team_id={team.id} />) },
      { id: 'direct', icon: <MessageCirclePlus size={16} />, label: t(m.direct), run: () => openDialog(<NewDirectMessageDialog />) },
    ];
    return items.filter((item) => matchesText(item.label, text));
  },
};

function channelItem(channel: Channel): PaletteItem {
  return { id: `channel-${channel.id}`, icon: <ChannelIcon channel={channel} />, label: channelName(channel), detail: channel.type === 'O' || channel.type === 'P' ? channel.purpose : '', run: () => goToChannel(channel) };
}
