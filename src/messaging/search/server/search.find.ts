import type { Sql } from '#kernel/server/index.ts';
import { search_results_max } from '../wire/index.ts';
import type { SearchedChannel } from './search.channels.ts';
import type { Names, ParsedSearch, Term } from './search.parse.ts';
import { join, lexeme, likePart, Params, phrasePattern } from './search.sql.ts';
import type { KnownTerm } from './search.vocabulary.ts';

// Beyond this many channels, or this share of all posts, naming the channels costs the index more than it saves.
const MAX_CHANNELS_NAMED = 32;
const MAX_SHARE_NAMED = 0.25;
const FEWEST = 300;
const FEWEST_OF_A_CHANNEL = 3;
const LAST_MS = Number.MAX_SAFE_INTEGER;
// The index holds the week of each post; more weeks than these it reads faster without naming them.
const WEEK_MS = 604_800_000;
const MAX_WEEKS_NAMED = 10;

// What conditions look at; the text is folded once for all of them.
const PLAIN_COLUMNS = 'p.id, p.create_at, p.delete_at, p.type, p.channel_id, p.user_id, p.hashtags';
const COLUMNS = `${PLAIN_COLUMNS}, search_fold(p.message) AS folded`;

/** What is looked for, and where. */
export interface Where {
  readonly parsed: ParsedSearch;
  readonly is_or: boolean;
  readonly channels: readonly SearchedChannel[];
  readonly users: Names;
  readonly wanted: readonly KnownTerm[];
  /** Terms that must not occur. */
  readonly unwanted: readonly KnownTerm[];
  /** How many posts there are in all, about. */
  readonly post_count: number;
  readonly now_ms: number;
}

/** What the newest posts hold. */
export interface Found {
  /** The newest that match, in order. */
  readonly ids: string[];
  /** How many posts were looked through, and when the oldest of them was written. */
  readonly seen: number;
  readonly since_ms: number;
  /** There are no others. */
  readonly is_all: boolean;
}

/**
 * Looks through about `count` of the newest posts by their text. Each channel gives its part of them, according to its size; what
 * is older than the oldest of a channel that has more is left out, so that nothing newer can be missing between.
 */
export async function findNewest(sql: Sql, where: Where, count: number): Promise<Found> {
  const total = totalOf(where);
  // Few channels are read to their end when they are small; counts leave out what the server wrote.
  const fewest = Math.max(FEWEST_OF_A_CHANNEL, Math.min(50, Math.floor(FEWEST / where.channels.length)));
  const takes = where.channels.map((channel) => Math.max(Math.ceil((count * channel.total_msg_count) / Math.max(1, total)), fewest));
  const params = new Params();
  const source = `unnest(${params.add(where.channels.map((channel) => channel.id), 'text[]')}, ${params.add(takes, 'int[]')}) AS c(channel_id, take)`;
  const { from_ms, until_ms } = where.parsed;
  const span = `p.create_at >= ${params.add(from_ms, 'bigint')} AND p.create_at < ${params.add(Math.min(until_ms, LAST_MS), 'bigint')}`;
  const matches = join([...commonConditions(params, where), join(where.wanted.map((term) => textCondition(params, term)), where.is_or)]);
  const row = await sql.one<{ ids: string[]; seen: number; since_ms: number | null }>(
    `WITH newest AS MATERIALIZED (
       SELECT c.channel_id, c.take, p.id, p.create_at, p.is_match FROM ${source} CROSS JOIN LATERAL (
         SELECT p.id, p.create_at, ${matches} AS is_match FROM (SELECT ${COLUMNS} FROM posts p WHERE p.channel_id = c.channel_id AND ${span} ORDER BY p.create_at DESC, p.id DESC LIMIT c.take) AS p) AS p),
     edge AS (SELECT max(oldest) AS at FROM (SELECT min(create_at) AS oldest FROM newest GROUP BY channel_id, take HAVING count(*) >= take) AS full_ones)
     SELECT ARRAY(SELECT id FROM newest WHERE is_match AND create_at > coalesce(edge.at, -1) ORDER BY create_at DESC, id DESC LIMIT ${search_results_max}) AS ids,
       (SELECT count(*) FROM newest WHERE create_at > coalesce(edge.at, -1)) AS seen, edge.at AS since_ms FROM edge`,
    params.values,
  );
  return { ids: row.ids, seen: Number(row.seen), since_ms: Number(row.since_ms ?? 0), is_all: row.since_ms === null };
}

/** Asks the index for the newest that match, of those written since then. */
export function findByIndex(tx: Sql, where: Where, since_ms = 0): Promise<string[]> {
  const params = new Params();
  const { channels, users, wanted, is_or } = where;
  const any = (list: readonly string[]) => `(${list.join(' | ')})`;
  const parts = wanted.length ? [wanted.map(query).join(is_or ? ' | ' : ' & ')] : [];
  const is_narrow = canBeNamed(where) && totalOf(where) <= where.post_count * MAX_SHARE_NAMED;
  if (is_narrow || (!parts.length && !users.wanted.length)) parts.push(any(channels.map((channel) => lexeme(`#${channel.id}`))));
  if (users.wanted.length) parts.push(any(users.wanted.map((id) => lexeme(`@${id}`))));
  const from_ms = Math.max(where.parsed.from_ms, since_ms);
  const weeks = weeksBetween(from_ms, topOf(where));
  if (weeks.length) parts.push(any(weeks.map((week) => lexeme(`%${week}`))));
  const indexed = `search_words(p.channel_id, p.user_id, p.create_at, p.message) @@ ${params.add(parts.map((part) => `(${part})`).join(' & '), 'text')}::tsquery`;
  const conditions = placeConditions(params, where, from_ms);
  const exact = wanted.filter((term) => term.words.length > 1);
  const needs_text = exact.length > 0 || where.unwanted.length > 0;
  if (exact.length) conditions.push(join((is_or ? wanted : exact).map((term) => textCondition(params, term)), is_or));
  return idsOf(tx, `WITH found AS MATERIALIZED (SELECT ${needs_text ? COLUMNS : PLAIN_COLUMNS} FROM posts p WHERE ${indexed}) SELECT p.id FROM found p WHERE ${join(conditions)}`, params);
}

/** Posts with these hashtags. */
export function findHashtags(tx: Sql, where: Where, wanted: readonly Term[]): Promise<string[]> {
  const params = new Params();
  const conditions = placeConditions(params, where, where.parsed.from_ms);
  conditions.push(`p.hashtags <> ''`, join(wanted.map((tag) => tagCondition(params, tag)), where.is_or));
  return idsOf(tx, `SELECT p.id FROM (SELECT ${COLUMNS} FROM posts p) AS p WHERE ${join(conditions)}`, params);
}

/** The end of the time that is searched. */
export function topOf({ parsed, now_ms }: Where): number {
  return Math.min(parsed.until_ms, now_ms);
}

/** Whether the index can be asked for this time by the weeks in it. */
export function canNameWeeks(from_ms: number, until_ms: number): boolean {
  return weeksBetween(from_ms, until_ms).length > 0;
}

// The weeks as the index has them; none when they are too many.
function weeksBetween(from_ms: number, until_ms: number): number[] {
  const first = Math.floor(from_ms / WEEK_MS);
  const count = Math.floor(until_ms / WEEK_MS) - first + 1;
  return count > 0 && count <= MAX_WEEKS_NAMED ? Array.from({ length: count }, (_, i) => first + i) : [];
}

/** Whether the index can be asked for these channels by their names. */
export function canBeNamed({ channels }: Where): boolean {
  return channels.length <= MAX_CHANNELS_NAMED;
}

/** How many posts are in the channels that are searched. */
export function totalOf(where: Where): number {
  return where.channels.reduce((sum, channel) => sum + channel.total_msg_count, 0);
}

async function idsOf(tx: Sql, select: string, params: Params): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(`${select} ORDER BY p.create_at DESC, p.id DESC LIMIT ${search_results_max}`, params.values);
  return rows.map((row) => row.id);
}

// A term as a part of a tsquery.
function query(term: KnownTerm): string {
  const [word] = term.words;
  if (!word) return `'#'`; // nothing is found: no channel has an empty id
  if (term.words.length > 1) return `(${term.words.map((w, i) => lexeme(w, mayGoOn(term) && i === term.words.length - 1)).join(' & ')})`;
  if (term.is_phrase || term.is_prefix) return lexeme(word, term.is_prefix);
  return `(${[...(term.is_open ? [lexeme(word, true)] : []), ...term.meant.map((other) => lexeme(other))].join(' | ')})`;
}

function commonConditions(params: Params, { parsed, users, unwanted }: Where): string[] {
  const conditions = ['p.delete_at = 0', `left(p.type, 7) <> 'system_'`];
  if (users.wanted.length) conditions.push(`p.user_id = ANY(${params.add(users.wanted, 'text[]')})`);
  if (users.excluded.length) conditions.push(`p.user_id <> ALL(${params.add(users.excluded, 'text[]')})`);
  for (const { from_ms, until_ms } of parsed.excluded) conditions.push(`p.create_at < ${params.add(from_ms, 'bigint')} OR p.create_at >= ${params.add(Math.min(until_ms, LAST_MS), 'bigint')}`);
  for (const term of unwanted) if (term.words.length) conditions.push(`NOT (${exactText(params, term)})`);
  for (const tag of parsed.hashtags) if (tag.is_negated) conditions.push(`NOT (${tagCondition(params, tag)})`);
  return conditions;
}

// Where and when, too.
function placeConditions(params: Params, where: Where, from_ms: number): string[] {
  const conditions = [...commonConditions(params, where), `p.channel_id = ANY(${params.add(where.channels.map((channel) => channel.id), 'text[]')})`];
  if (from_ms > 0) conditions.push(`p.create_at >= ${params.add(from_ms, 'bigint')}`);
  if (where.parsed.until_ms < Infinity) conditions.push(`p.create_at < ${params.add(where.parsed.until_ms, 'bigint')}`);
  return conditions;
}

/** The term in the text of a post: what the index would find, without taking most texts apart. */
function textCondition(params: Params, term: KnownTerm): string {
  const [word] = term.words;
  if (!word) return 'false';
  const is_part = word.length >= 3 && term.words.length === 1 && !term.is_phrase && !term.is_prefix;
  if (!is_part) return exactText(params, term);
  const stems = term.meant.filter((other) => !other.includes(word));
  const contains = `strpos(p.folded, ${params.add(word, 'text')}) > 0`;
  if (!stems.length) return contains;
  const root = stems.reduce(commonPart, word);
  const has_stem = `search_words('', '', 0, p.folded) @@ ${params.add(stems.map((stem) => lexeme(stem)).join(' | '), 'text')}::tsquery`;
  return `${contains} OR (strpos(p.folded, ${params.add(root, 'text')}) > 0 AND ${has_stem})`;
}

/** These words in this order, whole but for an open end. */
function exactText(params: Params, term: KnownTerm): string {
  const longest = term.words.reduce((a, b) => (b.length > a.length ? b : a));
  return `strpos(p.folded, ${params.add(longest, 'text')}) > 0 AND p.folded ~ ${params.add(phrasePattern(term.words, mayGoOn(term)), 'text')}`;
}

// The last word of several may be the beginning of one.
function mayGoOn(term: KnownTerm): boolean {
  return term.is_prefix || (!term.is_phrase && !term.is_negated && term.words.length > 1);
}

// What all texts with one of the words have in common.
function commonPart(root: string, other: string): string {
  let length = 0;
  while (length < root.length && root[length] === other[length]) length++;
  return root.slice(0, length);
}

function tagCondition(params: Params, tag: Term): string {
  const tags = `string_to_array(lower(p.hashtags), ' ')`;
  if (!tag.is_prefix) return `${tags} @> ARRAY[${params.add(tag.text, 'text')}]`;
  return `EXISTS (SELECT 1 FROM unnest(${tags}) AS tag WHERE tag LIKE ${params.add(`${likePart(tag.text)}%`, 'text')})`;
}
