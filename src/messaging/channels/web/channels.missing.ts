import { receiveUsers } from '#identity/users/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { api } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import type { ChannelStats } from '#messaging/channels/wire/index.ts';

type Receivers = { stats: (stats: ChannelStats) => void; people: (people: Record<Id, Id[]>) => void };

let receivers: Receivers = { stats: () => undefined, people: () => undefined };
const asked_stats = new Set<Id>();
const asked_groups = new Set<Id>();
let waiting_groups: Id[] = [];

/** Says where fetched things go; done once at start. */
export function onChannelsFetched(next: Receivers): void {
  receivers = next;
}

export function wantStats(channel_id: Id): void {
  if (!channel_id || asked_stats.has(channel_id)) return;
  asked_stats.add(channel_id);
  refreshStats(channel_id);
}

export function refreshStats(channel_id: Id): void {
  if (!asked_stats.has(channel_id)) return;
  api
    .get<ChannelStats>(`/api/v4/channels/${channel_id}/stats`)
    .then(receivers.stats)
    .catch(() => asked_stats.delete(channel_id));
}

export function wantGroupPeople(channel_id: Id): void {
  if (!channel_id || asked_groups.has(channel_id)) return;
  asked_groups.add(channel_id);
  if (!waiting_groups.length) setTimeout(fetchGroups, 10);
  waiting_groups.push(channel_id);
}

export function forgetAsked(): void {
  asked_stats.clear();
  asked_groups.clear();
}

function fetchGroups(): void {
  const channel_ids = waiting_groups;
  waiting_groups = [];
  api
    .post<Record<Id, User[]>>('/api/v4/users/group_channels', channel_ids)
    .then((found) => {
      receiveUsers(Object.values(found).flat());
      receivers.people(Object.fromEntries(Object.entries(found).map(([id, users]) => [id, users.map((user) => user.id)])));
    })
    .catch(() => channel_ids.forEach((id) => asked_groups.delete(id)));
}
