import { createHash } from 'node:crypto';
import { getUsersByUsernames } from '#identity/users/server/feature.ts';
import type { Ctx } from '#kernel/server/index.ts';
import type { Names } from './search.parse.ts';

/** A channel of the searcher. */
export interface SearchedChannel {
  readonly id: string;
  readonly name: string;
  readonly total_msg_count: number;
}

/** The channels that a search looks into: those of the actor, narrowed by `in:` and `-in:`. They are read afresh: this is the permission. */
export async function searchedChannels(ctx: Ctx, team_id: string, names: Names, include_archived: boolean): Promise<SearchedChannel[]> {
  const mine = await ctx.db.rows<SearchedChannel>(
    `SELECT c.id, c.name, c.total_msg_count FROM channel_members m JOIN channels c ON c.id = m.channel_id
     WHERE m.user_id = $1 AND ($2 = '' OR c.team_id = $2 OR c.team_id = '') AND (c.delete_at = 0 OR $3)`,
    [ctx.actor.user_id, team_id, include_archived],
  );
  const wanted = await matcher(ctx, names.wanted);
  const excluded = await matcher(ctx, names.excluded);
  return mine.filter((channel) => (!names.wanted.length || wanted(channel)) && !excluded(channel));
}

async function matcher(ctx: Ctx, written: readonly string[]): Promise<(channel: SearchedChannel) => boolean> {
  const names = new Set(written.filter((name) => !name.startsWith('@')).map((name) => name.replace(/^~/, '')));
  for (const name of written) if (name.startsWith('@')) for (const direct of await directNames(ctx, name)) names.add(direct);
  return (channel) => names.has(channel.name) || names.has(channel.id);
}

// Direct channels are named after the ids of their two people, group channels after a hash of all of them.
async function directNames(ctx: Ctx, written: string): Promise<string[]> {
  const usernames = written.split(',').map((name) => name.replace(/^@/, '').trim()).filter(Boolean);
  const users = await getUsersByUsernames(ctx.app, usernames);
  if (users.length < usernames.length) return [];
  const ids = [...new Set([ctx.actor.user_id, ...users.map((user) => user.id)])].sort();
  if (usernames.length === 1) return [ids.length === 1 ? `${ids[0]}__${ids[0]}` : ids.join('__')];
  return [createHash('sha1').update(ids.join('')).digest('hex')];
}

/** The people whose posts are wanted or not, as ids. A name that nobody has stays as it is and finds nothing. */
export async function searchedUsers(ctx: Ctx, names: Names): Promise<Names> {
  const idsOf = async (written: string[]): Promise<string[]> => {
    if (!written.length) return [];
    const users = new Map((await getUsersByUsernames(ctx.app, written)).map((user) => [user.username, user.id]));
    return written.map((name) => users.get(name) ?? name);
  };
  return { wanted: await idsOf(names.wanted), excluded: await idsOf(names.excluded) };
}
