import { displayName, useFormatName, usersStore, useUser, useUsers } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { defineMessages, myUserId, t, useMyUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { dmPartnerId } from './channels.rules.ts';
import { channelsStore, useGroupPeople } from './channels.state.ts';

const m = defineMessages({
  self: { id: 'channels.self', defaultMessage: '{name} (you)' },
});

/** What names of direct and group channels are made of. */
export type NameSource = {
  my_id: Id;
  users: Record<Id, User>;
  group_people: Record<Id, Id[]>;
  formatName: (user: User | undefined) => string;
};

const no_ids: Id[] = [];

/** A channel's name for this reader: direct and group channels are named after the others in it. '' while they are unknown. */
export function nameChannel(channel: Channel, { my_id, users, group_people, formatName }: NameSource): string {
  if (channel.type === 'D') {
    const partner_id = dmPartnerId(channel.name, my_id);
    const name = formatName(users[partner_id]);
    return partner_id === my_id && name ? t(m.self, { name }) : name;
  }
  if (channel.type !== 'G') return channel.display_name;
  const others = (group_people[channel.id] ?? no_ids).filter((id) => id !== my_id).map((id) => formatName(users[id])).filter(Boolean);
  return others.length ? others.toSorted((a, b) => a.localeCompare(b)).join(', ') : channel.display_name;
}

/** A channel's name as it is now, outside of components. */
export function channelName(channel: Channel | undefined): string {
  if (!channel) return '';
  return nameChannel(channel, { my_id: myUserId(), users: usersStore.getState().by_id, group_people: channelsStore.getState().group_people, formatName: displayName });
}

/** A channel's name that follows changes of names and settings; asks for the people it is named after. */
export function useChannelName(channel: Channel | undefined): string {
  const my_id = useMyUserId();
  const formatName = useFormatName();
  const partner = useUser(channel?.type === 'D' ? dmPartnerId(channel.name, my_id) : '');
  const people_ids = useGroupPeople(channel) ?? no_ids;
  const people = useUsers(people_ids);
  if (!channel) return '';
  const users = Object.fromEntries([...people, ...(partner ? [partner] : [])].map((user) => [user.id, user]));
  return nameChannel(channel, { my_id, users, group_people: { [channel.id]: people_ids }, formatName });
}
