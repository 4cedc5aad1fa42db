import { useEffect, useMemo } from 'react';
import { preference_category } from '#identity/preferences/wire/index.ts';
import { usePreference, usePreferenceCategory } from '#identity/preferences/web/index.ts';
import { useFormatName, usersStore, wantUsers } from '#identity/users/web/index.ts';
import { myUserId } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { channelsStore, dmPartnerId, nameChannel, unreadOf, useHasThreads, wantGroupPeople } from '#messaging/channels/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { arrangeSidebar, type CategoryRows, type ChannelFacts } from './sidebar.rules.ts';
import { sidebarStore } from './sidebar.state.ts';

const DEFAULT_DIRECT_LIMIT = 20;

/** The sidebar of a team, ready to draw; undefined until its categories are here. */
export function useSidebar(team_id: Id): CategoryRows[] | undefined {
  const categories = sidebarStore((state) => state.by_team[team_id]);
  const current_channel_id = channelsStore((state) => state.current_channel_id);
  const direct_limit = Number(usePreference(preference_category.sidebar_settings, 'limit_visible_dms_gms')) || DEFAULT_DIRECT_LIMIT;
  const facts = useChannelFacts(team_id);
  useEffect(() => wantNames([...facts.values()]), [facts]);
  return useMemo(
    () => (categories ? arrangeSidebar({ categories, facts, current_channel_id, direct_limit }) : undefined),
    [categories, facts, current_channel_id, direct_limit],
  );
}

// Direct and group channels are named after people, whom the page may not know yet.
function wantNames(facts: ChannelFacts[]): void {
  const direct = facts.filter((one) => one.channel.type === 'D' && !one.name && (one.is_shown ?? one.channel.last_post_at > 0));
  wantUsers(direct.map((one) => dmPartnerId(one.channel.name, myUserId())));
  for (const one of facts) if (one.channel.type === 'G') wantGroupPeople(one.channel.id);
}

function useChannelFacts(team_id: Id): Map<Id, ChannelFacts> {
  const by_id = channelsStore((state) => state.by_id);
  const my_members = channelsStore((state) => state.my_members);
  const group_people = channelsStore((state) => state.group_people);
  const users = usersStore((state) => state.by_id);
  const formatName = useFormatName();
  const has_threads = useHasThreads();
  const direct_show = usePreferenceCategory(preference_category.direct_channel_show);
  const group_show = usePreferenceCategory(preference_category.group_channel_show);
  return useMemo(() => {
    const shownAs = (channel: Channel): boolean | undefined => {
      const value = channel.type === 'D' ? direct_show[dmPartnerId(channel.name, myUserId())] : group_show[channel.id];
      return value === undefined ? undefined : value === 'true';
    };
    const names = { my_id: myUserId(), users, group_people, formatName };
    const mine = Object.values(by_id).filter((channel) => my_members[channel.id] && (!channel.team_id || channel.team_id === team_id));
    return new Map(mine.map((channel) => [channel.id, { channel, name: nameChannel(channel, names), is_shown: shownAs(channel), ...unreadOf(channel, my_members[channel.id], has_threads) }]));
  }, [by_id, my_members, team_id, has_threads, direct_show, group_show, group_people, users, formatName]);
}
