import { z } from 'zod';
import { sanitizeUser, toUser, USER_COLUMNS } from '#identity/users/server/feature.ts';
import type { User } from '#identity/users/wire/index.ts';
import { query, signedIn, userError } from '#kernel/server/index.ts';
import { ids } from '../channels.fields.ts';

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
