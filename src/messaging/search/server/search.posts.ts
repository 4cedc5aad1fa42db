import type { Ctx, Sql } from '#kernel/server/index.ts';
import { POST_COLUMNS, toPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { search_results_max } from '../wire/index.ts';
import { searchedChannels, searchedUsers } from './search.channels.ts';
import { canBeNamed, canNameWeeks, findByIndex, findHashtags, findNewest, topOf, totalOf, type Found, type Where } from './search.find.ts';
import { isEmpty, type ParsedSearch } from './search.parse.ts';
import { searching } from './search.sql.ts';
import { upkeepOf } from './search.upkeep.ts';
import { lookUpTerms, type KnownTerm } from './search.vocabulary.ts';

// How many of the newest posts are looked through before anything else, and how many at most.
const FIRST_LOOK = 600;
const LONGEST_LOOK = 2_000;
// So few posts the index goes through faster than anybody looks at the newest.
const FEW_POSTS = 10_000;
const SHORT_LOOK = 60;

export interface PostSearch {
  /** '' searches all teams. */
  readonly team_id: string;
  readonly parsed: ParsedSearch;
  readonly is_or: boolean;
  readonly include_archived: boolean;
}

/** The newest posts that match, in channels of the actor. */
export async function findPosts(ctx: Ctx, search: PostSearch): Promise<Post[]> {
  const { parsed, is_or } = search;
  const [channels, users, terms] = await Promise.all([
    searchedChannels(ctx, search.team_id, parsed.channels, search.include_archived),
    searchedUsers(ctx, parsed.users),
    lookUpTerms(ctx.db, parsed.terms, upkeepOf(ctx.app).isComplete()),
  ]);
  if (!channels.length) return [];
  const where: Where = {
    ...{ parsed, is_or, channels, users },
    wanted: significant(terms.filter((term) => !term.is_negated)),
    unwanted: terms.filter((term) => term.is_negated),
    post_count: upkeepOf(ctx.app).postCount(),
    now_ms: ctx.app.clock(),
  };
  const found = [...(await findPlain(ctx, where)), ...(await findTagged(ctx, where))];
  return readPosts(ctx.db, [...new Set(found)]);
}

/**
 * How often the words occur among the newest few hundred posts of the channels says how far back a full answer reaches: a little
 * further by looking through more of them, or the index is asked for the weeks of that time, and only then for all. In small
 * channels the index is the shorter way at once.
 */
async function findPlain(ctx: Ctx, where: Where): Promise<string[]> {
  const { parsed } = where;
  if (!where.wanted.length && (parsed.hashtags.some((tag) => !tag.is_negated) || isEmpty(parsed))) return [];
  const is_small = totalOf(where) <= FEW_POSTS && canBeNamed(where);
  let look = await findNewest(ctx.db.slow, where, is_small ? SHORT_LOOK : FIRST_LOOK);
  let needed = is_small ? Infinity : postsNeeded(look);
  if (needed <= LONGEST_LOOK && !isAnswer(look)) {
    look = await findNewest(ctx.db.slow, where, needed);
    needed = postsNeeded(look);
  }
  if (isAnswer(look)) return look.ids;
  const top = topOf(where);
  const since = Math.floor(top - ((top - look.since_ms) * needed) / look.seen);
  // Both together: a word that nobody wrote before is a part of its message at once, of the vocabulary a little later.
  return searching(ctx, async (tx) => {
    const recent = canNameWeeks(since, top) ? await findByIndex(tx, where, since) : [];
    return [...look.ids, ...(recent.length === search_results_max ? recent : await findByIndex(tx, where))];
  });
}

async function findTagged(ctx: Ctx, where: Where): Promise<string[]> {
  const wanted = where.parsed.hashtags.filter((tag) => !tag.is_negated);
  return wanted.length ? searching(ctx, (tx) => findHashtags(tx, where, wanted)) : [];
}

function isAnswer({ is_all, ids }: Found): boolean {
  return is_all || ids.length === search_results_max;
}

// How many of the newest posts are likely to hold a full answer.
function postsNeeded({ ids, seen }: Found): number {
  return ids.length ? Math.ceil(((search_results_max * seen) / ids.length) * 1.4) : Infinity;
}

/** Words too common to look for are left out where others remain. */
function significant(terms: readonly KnownTerm[]): readonly KnownTerm[] {
  const rare = terms.filter((term) => !term.is_stop_word || term.is_phrase);
  return rare.length ? rare : terms;
}

async function readPosts(sql: Sql, ids: readonly string[]): Promise<Post[]> {
  if (!ids.length) return [];
  const rows = await sql.rows<Post>(
    `SELECT ${POST_COLUMNS}, t.reply_count FROM posts p LEFT JOIN post_threads t ON t.root_id = CASE WHEN p.root_id = '' THEN p.id ELSE p.root_id END
     WHERE p.id = ANY($1) ORDER BY p.create_at DESC, p.id DESC LIMIT ${search_results_max}`,
    [ids],
  );
  return rows.map(toPost);
}
