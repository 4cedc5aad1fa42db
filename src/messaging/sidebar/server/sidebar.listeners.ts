import { afterPreferencesChanged } from '#identity/preferences/server/feature.ts';
import { teamMemberRemoved } from '#identity/teams/server/feature.ts';
import { userErased } from '#identity/users/server/feature.ts';
import { isId, listenTo } from '#kernel/server/index.ts';
import { beforeChannelsDeleted, channelMemberRemoved, groupChannelConverted } from '#messaging/channels/server/feature.ts';
import { categoriesUpdated, sidebarTouched } from './sidebar.events.ts';
import { addFavorites, forgetChannels, forgetChannelsOfAll, forgetSidebar, readSidebar, removeFavorites } from './sidebar.store.ts';

export const listeners = [
  listenTo(channelMemberRemoved, ({ db }, { channel, user_id }) => forgetChannels(db, user_id, [channel.id])),
  listenTo(teamMemberRemoved, ({ db }, { team, user_id }) => forgetSidebar(db, user_id, team.id)),
  // A group channel that became a channel of a team moves from one category to another in everybody's sidebar; the
  // protocol tells it with the first category alone.
  listenTo(groupChannelConverted, async (ctx, { channel, user_ids }) => {
    await forgetChannelsOfAll(ctx.db, [channel.id]);
    for (const user_id of user_ids) {
      const { categories } = await readSidebar(ctx.db, user_id, channel.team_id);
      ctx.emit(categoriesUpdated, { user_id, team_id: channel.team_id, categories: categories.slice(0, 1) });
    }
  }),
];

const FAVORITE = 'favorite_channel';

export const contributions = [
  // Favourites can be set as preferences too. Clients are told after every change of preferences, as the protocol does.
  afterPreferencesChanged.add(async (ctx, user_id, { saved, removed }) => {
    const favorites = saved.filter((p) => p.category === FAVORITE && isId(p.name));
    const added = favorites.filter((p) => p.value === 'true').map((p) => p.name);
    const gone = [...favorites.filter((p) => p.value !== 'true'), ...removed.filter((p) => p.category === FAVORITE)].map((p) => p.name);
    if (added.length) await addFavorites(ctx.db, user_id, added);
    if (gone.length) await removeFavorites(ctx.db, user_id, gone);
    ctx.emit(sidebarTouched, { user_id });
  }),
  userErased.add((ctx, user_id) => forgetSidebar(ctx.db, user_id, null)),
  beforeChannelsDeleted.add((ctx, channel_ids) => forgetChannelsOfAll(ctx.db, channel_ids)),
];
