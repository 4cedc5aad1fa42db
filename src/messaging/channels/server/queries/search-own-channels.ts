import { z } from 'zod';
import { sanitizeUser, toUser, USER_COLUMNS } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { fields, query, signedIn, userError } from '#kernel/server/index.ts';
import type { Channel } from '../../wire/index.ts';
import { ids } from '../channels.fields.ts';
import { viewArchivedChannels } from '../channels.settings.ts';
import { channelColumns, toWireChannel, type ChannelRow } from '../channels.store.ts';
import { likePattern } from './search-team-channels.ts';

const MAX_FOUND = 50;

export const autocompleteOwnChannels = query({
  name: 'autocomplete-own-channels',
  summary: 'Channels to search in: those of a team that one is in, and direct and group channels by the names of their people.',
  input: z.object({ team_id: fields.id(), name: fields.text(256).nullish() }),
  permission: signedIn('it finds only channels that the asker is in'),
  run: async (ctx, { team_id, name }): Promise<Channel[]> => {
    const rows = await ctx.db.rows<ChannelRow & { partner: string | null }>(
      `SELECT ${channelColumns('c')}, p.username AS partner
       FROM channel_members m JOIN channels c ON c.id = m.channel_id
       LEFT JOIN users p ON c.type = 'D' AND p.id = CASE WHEN split_part(c.name, '__', 1) = $1 THEN split_part(c.name, '__', 2) ELSE split_part(c.name, '__', 1) END
       WHERE m.user_id = $1 AND c.team_id IN ($2, '') AND ($4 OR c.delete_at = 0)
         AND (c.type <> 'D' AND (lower(c.display_name) LIKE $3 OR (c.team_id <> '' AND c.name LIKE $3))
           OR c.type = 'D' AND (p.username LIKE $3 OR lower(p.nickname) LIKE $3 OR lower(p.first_name || ' ' || p.last_name) LIKE $3))
       ORDER BY lower(COALESCE(p.username, c.display_name)), c.id LIMIT ${MAX_FOUND}`,
      [ctx.actor.user_id, team_id, likePattern(name ?? ''), ctx.settings.get(viewArchivedChannels)],
    );
    return rows.map(({ partner, ...row }) => ({ ...toWireChannel(row), display_name: partner ?? row.display_name }));
  },
});

export const searchGroupChannels = query({
  name: 'search-group-channels',
  summary: "One's group channels with people of these names.",
  input: z.object({ term: fields.text(256).nullish() }),
  permission: signedIn('it finds only channels that the asker is in'),
  run: async (ctx, { term }): Promise<Channel[]> => {
    const words = (term ?? '').toLowerCase().split(/[\s,]+/).filter(Boolean).slice(0, 8);
    if (!words.length) return [];
    const rows = await ctx.db.rows<ChannelRow>(
      `SELECT ${channelColumns('c')} FROM channel_members m JOIN channels c ON c.id = m.channel_id
       WHERE m.user_id = $1 AND c.type = 'G' AND NOT EXISTS (
         SELECT 1 FROM unnest($2::text[]) AS w (pattern) WHERE NOT EXISTS (
           SELECT 1 FROM channel_members o JOIN users u ON u.id = o.user_id WHERE o.channel_id = c.id AND u.username LIKE w.pattern))
       ORDER BY c.display_name, c.id LIMIT ${MAX_FOUND}`,
      [ctx.actor.user_id, words.map(likePattern)],
    );
    return rows.map(toWireChannel);
  },
});

export const listPeopleOfGroupChannels = query({
  name: 'list-people-of-group-channels',
  summary: 'The other people of some group channels.',
  input: z.object({ channel_ids: ids(1_000) }),
  permission: signedIn('it tells only of channels that the asker is in'),
  run: async (ctx, { channel_ids }): Promise<Record<string, User[]>> => {
    if (!channel_ids.length) throw userError('api.payload.parse.error', 'Give the ids of group channels in the body.');
    const rows = await ctx.db.rows<User & { channel_id: string }>(
      `SELECT o.channel_id, ${USER_COLUMNS} FROM channels c JOIN channel_members o ON o.channel_id = c.id JOIN users u ON u.id = o.user_id
       WHERE c.id = ANY($1) AND c.type = 'G' AND o.user_id <> $2 AND EXISTS (SELECT 1 FROM channel_members m WHERE m.channel_id = c.id AND m.user_id = $2) ORDER BY u.username`,
      [channel_ids, ctx.actor.user_id],
    );
    const people: Record<string, User[]> = {};
    for (const { channel_id, ...row } of rows) (people[channel_id] ??= []).push(sanitizeUser(toUser(row), ctx));
    return people;
  },
});
