import { newId, type Sql } from '#kernel/server/index.ts';
import type { Term } from './search.parse.ts';

const MAX_WORDS = 100;
const SHORTEST_PART = 3;

/** A term with what it stands for in the index. */
export interface KnownTerm extends Term {
  /** Its words as the index has them. */
  readonly words: readonly string[];
  /** All words of the index that a single word stands for: those that begin with it, contain it or have its stem. */
  readonly meant: readonly string[];
  /** More words may begin with it than are in `meant`. */
  readonly is_open: boolean;
  /** English knows it as too common to look for. */
  readonly is_stop_word: boolean;
}

/** Looks terms up in the vocabulary. `is_complete`: it has the words of all posts. */
export async function lookUpTerms(sql: Sql, terms: readonly Term[], is_complete: boolean): Promise<KnownTerm[]> {
  if (!terms.length) return [];
  const rows = await sql.rows<{ bare: string; is_stop_word: boolean; parts: string[]; stems: string[] }>(
    `WITH bare AS MATERIALIZED (SELECT n, search_bare(term) AS bare, is_part FROM unnest($1::text[], $2::boolean[]) WITH ORDINALITY AS x(term, is_part, n)),
       -- once for each term, not for each word that it is compared with
       terms AS MATERIALIZED (SELECT n, bare, '%' || bare || '%' AS pattern, ts_lexize('english_stem', bare) AS stems, is_part AND length(bare) >= $3 AND position(' ' in bare) = 0 AS is_part FROM bare)
     SELECT t.bare, coalesce(cardinality(t.stems) = 0, false) AS is_stop_word,
       CASE WHEN t.is_part THEN ARRAY(SELECT word FROM search_vocabulary WHERE word LIKE t.pattern ORDER BY length(word) LIMIT $4) ELSE '{}' END AS parts,
       CASE WHEN t.is_part THEN ARRAY(SELECT word FROM search_vocabulary WHERE stem = t.stems[1] LIMIT $4) ELSE '{}' END AS stems
     FROM terms AS t
     ORDER BY t.n`,
    [terms.map((t) => t.text), terms.map((t) => !t.is_phrase && !t.is_prefix && !t.is_negated), SHORTEST_PART, MAX_WORDS],
  );
  return terms.map((term, i) => {
    const { bare, is_stop_word, parts, stems } = rows[i]!;
    const words = bare ? bare.split(' ') : [];
    // To ask for a beginning reads all that begin so, even where only a few rows are wanted of them: not for a common word, and those are known.
    const is_known = is_complete && parts.includes(bare) && parts.length < MAX_WORDS;
    return { ...term, words, meant: [...new Set([...words, ...parts, ...stems])], is_open: words.length === 1 && bare.length >= SHORTEST_PART && !is_known, is_stop_word };
  });
}

/** Adds the words of a message at once, such as one that was edited. */
export async function learnWords(sql: Sql, message: string): Promise<void> {
  await sql.run(`INSERT INTO search_vocabulary ${WORDS_OF('(SELECT $1::text AS message)')} ON CONFLICT (word) DO NOTHING`, [message]);
}

/** The id that a post would get at this moment begins like this. */
export function idAt(time_ms: number): string {
  return newId(Math.max(0, time_ms)).slice(0, 10);
}

export interface Step {
  /** Up to which post the vocabulary is complete now. */
  readonly post_id: string;
  /** How many posts were read, now and in all. */
  readonly count: number;
  readonly post_count: number;
  /** No more posts are left for now. */
  readonly is_complete: boolean;
}

interface Progress {
  readonly post_id: string;
  readonly post_count: number;
}

/** Adds the words of the next posts, at most `limit`, none younger than `until`. Only one node at a time does it. */
export async function learnNextPosts(tx: Sql, until: string, limit: number): Promise<Step> {
  const progress = await tx.maybe<Progress>('SELECT post_id, post_count FROM search_progress FOR UPDATE SKIP LOCKED');
  if (!progress) return { ...(await tx.one<Progress>('SELECT post_id, post_count FROM search_progress')), count: 0, is_complete: false };
  const step = await tx.one<{ post_id: string | null; count: number }>(
    `WITH batch AS MATERIALIZED (SELECT id, message FROM posts WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3),
       learned AS (INSERT INTO search_vocabulary ${WORDS_OF('batch')} ON CONFLICT (word) DO NOTHING)
     SELECT max(id) AS post_id, count(*) AS count FROM batch`,
    [progress.post_id, until, limit],
  );
  if (!step.post_id) return { ...progress, count: 0, is_complete: true };
  await tx.run('UPDATE search_progress SET post_id = $1, post_count = post_count + $2', [step.post_id, step.count]);
  return { post_id: step.post_id, count: step.count, post_count: progress.post_count + step.count, is_complete: step.count < limit };
}

/** Begins again if there are more posts than were read: somebody brought old ones in. */
export async function startAgainIfIncomplete(sql: Sql): Promise<void> {
  await sql.run(`UPDATE search_progress SET post_id = '', post_count = 0 WHERE post_count < (SELECT count(*) FROM posts WHERE id <= search_progress.post_id)`);
}

// Long strings with digits are keys and hashes: found whole and by their beginning, not worth a place here.
function WORDS_OF(source: string): string {
  return `(word, stem) SELECT word, coalesce((ts_lexize('english_stem', word))[1], word)
    FROM (SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('simple', search_bare(message)))) AS word FROM ${source} AS source) AS words
    WHERE length(word) BETWEEN ${SHORTEST_PART} AND 40 AND word !~ '^[0-9]+$' AND NOT (length(word) >= 20 AND word ~ '[0-9]') ORDER BY word`;
}
