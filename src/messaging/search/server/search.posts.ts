import type { Ctx, Sql } from '#kernel/server/index.ts';
import { POST_COLUMNS, toPost } from '#messaging/posts/server/feature.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { search_results_max } from '../wire/index.ts';
import { searchedChannels, searchedUsers } from './search.channels.ts';
import { isEmpty, type Names, type ParsedSearch, type Term } from './search.parse.ts';
import { join, lexeme, likePart, Params, phrasePattern, searching } from './search.sql.ts';
import { upkeepOf } from './search.upkeep.ts';
import { idAt, lookUpTerms, type KnownTerm } from './search.vocabulary.ts';

// As the index has it, so that the planner knows it.
const WORDS = `to_tsvector('simple', search_text(p.message))`;

const NEWEST = '(SELECT * FROM posts ORDER BY id DESC LIMIT 5000)';

export interface PostSearch {
  /** '' searches all teams. */
  readonly team_id: string;
  readonly parsed: ParsedSearch;
  readonly is_or: boolean;
  readonly include_archived: boolean;
}

/** The newest posts that match, in channels of the actor. */
export async function findPosts(ctx: Ctx, search: PostSearch): Promise<Post[]> {
  const { parsed } = search;
  const [channel_ids, users, terms] = await Promise.all([
    searchedChannels(ctx, search.team_id, parsed.channels, search.include_archived),
    searchedUsers(ctx, parsed.users),
    lookUpTerms(ctx.db, parsed.terms),
  ]);
  if (!channel_ids.length) return [];
  const where: Where = { search, channel_ids, users, terms, fresh_from: upkeepOf(ctx.app).freshFrom() };
  return searching(ctx, async (tx) => {
    const ids = new Set<string>();
    for (const find of [plainSearch, hashtagSearch]) for (const id of await find(tx, where)) ids.add(id);
    return readPosts(tx, [...ids].sort().reverse().slice(0, search_results_max));
  });
}

interface Where {
  readonly search: PostSearch;
  readonly channel_ids: readonly string[];
  readonly users: Names;
  readonly terms: readonly KnownTerm[];
  readonly fresh_from: string;
}

async function plainSearch(tx: Sql, where: Where): Promise<string[]> {
  const { parsed, is_or } = where.search;
  const wanted = significant(where.terms.filter((term) => !term.is_negated));
  if (!wanted.length && (parsed.hashtags.some((tag) => !tag.is_negated) || isEmpty(parsed))) return [];
  const find = async (source: string) => {
    const params = new Params();
    const conditions = [...commonConditions(params, where), join(wanted.map((term) => join(termConditions(params, term, where.fresh_from))), is_or)];
    return idsOf(tx, params, conditions, source);
  };
  // How often words follow one another no statistics tell: a common phrase is found among the newest posts at once.
  if (wanted.some((term) => term.words.length > 1)) {
    const ids = await find(NEWEST);
    if (ids.length === search_results_max) return ids;
  }
  return find('posts');
}

async function hashtagSearch(tx: Sql, where: Where): Promise<string[]> {
  const wanted = where.search.parsed.hashtags.filter((tag) => !tag.is_negated);
  if (!wanted.length) return [];
  const params = new Params();
  const conditions = [...commonConditions(params, where), `p.hashtags <> ''`, join(wanted.map((tag) => tagCondition(params, tag)), where.search.is_or)];
  return idsOf(tx, params, conditions, 'posts');
}

async function idsOf(tx: Sql, params: Params, conditions: readonly string[], source: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(`SELECT p.id FROM ${source} p WHERE ${join(conditions)} ORDER BY p.id DESC LIMIT ${search_results_max}`, params.values);
  return rows.map((row) => row.id);
}

/** Words too common to look for are left out where others remain. */
function significant(terms: readonly KnownTerm[]): readonly KnownTerm[] {
  const rare = terms.filter((term) => !term.is_stop_word || term.is_phrase);
  return rare.length ? rare : terms;
}

function commonConditions(params: Params, { search: { parsed }, channel_ids, users, terms }: Where): string[] {
  const conditions = ['p.delete_at = 0', `left(p.type, 7) <> 'system_'`, `p.channel_id = ANY(${params.add(channel_ids, 'text[]')})`];
  if (users.wanted.length) conditions.push(`p.user_id = ANY(${params.add(users.wanted, 'text[]')})`);
  if (users.excluded.length) conditions.push(`p.user_id <> ALL(${params.add(users.excluded, 'text[]')})`);
  // Ids are ordered by time: the bound on the id lets a walk over them begin and end at the right place.
  if (parsed.from_ms > 0) conditions.push(`p.create_at >= ${params.add(parsed.from_ms, 'bigint')} AND p.id >= ${params.add(idAt(parsed.from_ms), 'text')}`);
  if (parsed.until_ms < Infinity) conditions.push(`p.create_at < ${params.add(parsed.until_ms, 'bigint')} AND p.id < ${params.add(idAt(parsed.until_ms), 'text')}`);
  for (const { from_ms, until_ms } of parsed.excluded) {
    conditions.push(until_ms < Infinity ? `p.create_at < ${params.add(from_ms, 'bigint')} OR p.create_at >= ${params.add(until_ms, 'bigint')}` : `p.create_at < ${params.add(from_ms, 'bigint')}`);
  }
  for (const term of terms) if (term.is_negated && term.words.length) conditions.push(`NOT (${join(exactConditions(params, term))})`);
  for (const tag of parsed.hashtags) if (tag.is_negated) conditions.push(`NOT (${tagCondition(params, tag)})`);
  return conditions;
}

/**
 * A word is found where it is a word, begins one, is part of one, or has its stem; a phrase where its words follow one
 * another. The cheap look at the text comes first and lets a walk over the newest posts skip the rest.
 */
function termConditions(params: Params, term: KnownTerm, fresh_from: string): string[] {
  const [word] = term.words;
  if (!word) return ['false'];
  if (term.words.length > 1 || term.is_phrase) return exactConditions(params, term);
  const is_prefix = term.is_prefix || word.length >= 3;
  const queries = [lexeme(word, is_prefix), ...term.related.map((other) => lexeme(other))];
  const indexed = `${WORDS} @@ ANY(${params.add(queries, 'text[]')}::tsquery[])`;
  const root = term.related.reduce(commonPart, word);
  const seen = `strpos(lower(p.message), ${params.add(root, 'text')}) > 0`;
  // A word that is only just being learned is not in the vocabulary yet.
  const fresh = is_prefix && !term.is_prefix ? ` OR (p.id > ${params.add(fresh_from, 'text')} AND strpos(lower(p.message), ${params.add(word, 'text')}) > 0)` : '';
  return [seen, indexed + fresh];
}

// What every text with one of the words contains: the word itself, or what it has in common with words of its stem.
function commonPart(root: string, other: string): string {
  if (other.includes(root)) return root;
  let length = 0;
  while (length < root.length && root[length] === other[length]) length++;
  return root.slice(0, length);
}

/** These words in this order, whole but for an open end. */
function exactConditions(params: Params, term: KnownTerm): string[] {
  const { words } = term;
  const is_open = term.is_prefix || (!term.is_phrase && !term.is_negated && words.length > 1);
  const query = words.map((word, i) => lexeme(word, is_open && i === words.length - 1)).join(' & ');
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
  const conditions = [`strpos(lower(p.message), ${params.add(longest, 'text')}) > 0`, `${WORDS} @@ ${params.add(query, 'text')}::tsquery`];
  if (words.length > 1) conditions.push(`lower(p.message) ~ ${params.add(phrasePattern(words, is_open), 'text')}`);
  return conditions;
}

function tagCondition(params: Params, tag: Term): string {
  const tags = `string_to_array(lower(p.hashtags), ' ')`;
  if (!tag.is_prefix) return `${tags} @> ARRAY[${params.add(tag.text, 'text')}]`;
  return `EXISTS (SELECT 1 FROM unnest(${tags}) AS tag WHERE tag LIKE ${params.add(`${likePart(tag.text)}%`, 'text')})`;
}

async function readPosts(sql: Sql, ids: readonly string[]): Promise<Post[]> {
  if (!ids.length) return [];
  const rows = await sql.rows<Post>(
    `SELECT ${POST_COLUMNS}, t.reply_count FROM posts p LEFT JOIN post_threads t ON t.root_id = CASE WHEN p.root_id = '' THEN p.id ELSE p.root_id END
     WHERE p.id = ANY($1) ORDER BY p.create_at DESC, p.id DESC`,
    [ids],
  );
  return rows.map(toPost);
}
