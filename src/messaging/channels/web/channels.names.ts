import { displayName, getUser, useFormatName, useUser, useUsers } from '#identity/users/web/index.ts';
import { defineMessages, myUserId, t, useMyUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { dmPartnerId } from './channels.rules.ts';
import { channelsStore, useGroupPeople } from './channels.state.ts';

const m = defineMessages({
  self: { id: 'channels.self', defaultMessage: '{name} (you)' },
});

const no_ids: Id[] = [];

/** A channel's name for this reader: direct and group channels are named after the others in it. */
export function channelName(channel: Channel | undefined): string {
  if (!channel) return '';
  if (channel.type === 'D') return partnerName(channel, displayName(getUser(dmPartnerId(channel.name, myUserId()))));
  if (channel.type !== 'G') return channel.display_name;
  const others = (channelsStore.getState().group_people[channel.id] ?? []).filter((id) => id !== myUserId()).map((id) => displayName(getUser(id)));
  return groupName(channel, others.filter(Boolean));
}

/** `channelName` that follows changes of names and settings. */
export function useChannelName(channel: Channel | undefined): string {
  const my_id = useMyUserId();
  const formatName = useFormatName();
  const partner = useUser(channel?.type === 'D' ? dmPartnerId(channel.name, my_id) : '');
  const people = useUsers(useGroupPeople(channel) ?? no_ids);
  if (!channel) return '';
  if (channel.type === 'D') return partnerName(channel, formatName(partner));
  if (channel.type === 'G') return groupName(channel, people.filter((user) => user.id !== my_id).map(formatName));
  return channel.display_name;
}

function partnerName(channel: Channel, name: string): string {
  const my_id = myUserId();
  return dmPartnerId(channel.name, my_id) === my_id && name ? t(m.self, { name }) : name;
}

function groupName(channel: Channel, others: string[]): string {
  return others.length ? others.sort((a, b) => a.localeCompare(b)).join(', ') : channel.display_name;
}
