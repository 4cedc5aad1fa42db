import { newId, type Sql } from '#kernel/server/index.ts';
import type { Term } from './search.parse.ts';

const MAX_WORDS = 100;
const SHORTEST_PART = 3;

/** A term with what it stands for in the index. */
export interface KnownTerm extends Term {
  /** Its words as the index has them. */
  readonly words: readonly string[];
  /** Other words of messages that contain it or have its stem. */
  readonly related: readonly string[];
  /** English knows it as too common to look for. */
  readonly is_stop_word: boolean;
}

/** Looks terms up in the vocabulary: the shortest words that contain them, and those with their stem. */
export async function lookUpTerms(sql: Sql, terms: readonly Term[]): Promise<KnownTerm[]> {
  if (!terms.length) return [];
  const rows = await sql.rows<{ n: number; bare: string; stems: string[] | null; related: string[] }>(
    `SELECT t.n, t.bare, ts_lexize('english_stem', t.bare) AS stems,
       CASE WHEN t.wants_more THEN ARRAY(
         SELECT word FROM (
           (SELECT word FROM search_vocabulary WHERE word LIKE '%' || t.bare || '%' ORDER BY length(word) LIMIT $4)
           UNION (SELECT word FROM search_vocabulary WHERE stem = (ts_lexize('english_stem', t.bare))[1] LIMIT $4)) AS found
         WHERE left(word, length(t.bare)) <> t.bare) ELSE '{}' END AS related
     FROM (SELECT n, lower(search_text(term)) AS bare, is_part AND length(lower(search_text(term))) >= $3 AND position(' ' in search_text(term)) = 0 AS wants_more
       FROM unnest($1::text[], $2::boolean[]) WITH ORDINALITY AS x(term, is_part, n)) AS t
     ORDER BY t.n`,
    [terms.map((t) => t.text), terms.map((t) => !t.is_phrase && !t.is_prefix && !t.is_negated), SHORTEST_PART, MAX_WORDS],
  );
  return terms.map((term, i) => {
    const { bare, stems, related } = rows[i]!;
    return { ...term, words: bare ? bare.split(' ') : [], related, is_stop_word: stems !== null && stems.length === 0 };
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
  /** How many posts were read. */
  readonly count: number;
  /** No more posts are left for now. */
  readonly is_complete: boolean;
}

/** Adds the words of the next posts, at most `limit`, none younger than `until`. Only one node at a time does it. */
export async function learnNextPosts(tx: Sql, until: string, limit: number): Promise<Step> {
  const progress = await tx.maybe<{ post_id: string }>('SELECT post_id FROM search_progress FOR UPDATE SKIP LOCKED');
  if (!progress) return { post_id: (await tx.one<{ post_id: string }>('SELECT post_id FROM search_progress')).post_id, count: 0, is_complete: false };
  const step = await tx.one<{ post_id: string | null; count: number }>(
    `WITH batch AS MATERIALIZED (SELECT id, message FROM posts WHERE id > $1 AND id < $2 ORDER BY id LIMIT $3),
       learned AS (INSERT INTO search_vocabulary ${WORDS_OF('batch')} ON CONFLICT (word) DO NOTHING)
     SELECT max(id) AS post_id, count(*) AS count FROM batch`,
    [progress.post_id, until, limit],
  );
  if (!step.post_id) return { post_id: progress.post_id, count: 0, is_complete: true };
  await tx.run('UPDATE search_progress SET post_id = $1, post_count = post_count + $2', [step.post_id, step.count]);
  return { post_id: step.post_id, count: step.count, is_complete: step.count < limit };
}

/** Begins again if there are more posts than were read: somebody brought old ones in. */
export async function startAgainIfIncomplete(sql: Sql): Promise<void> {
  await sql.run(`UPDATE search_progress SET post_id = '', post_count = 0 WHERE post_count < (SELECT count(*) FROM posts WHERE id <= search_progress.post_id)`);
}

// Long strings with digits are keys and hashes: found whole and by their beginning, not worth a place here.
function WORDS_OF(source: string): string {
  return `(word, stem) SELECT word, coalesce((ts_lexize('english_stem', word))[1], word)
    FROM (SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('simple', search_text(message)))) AS word FROM ${source} AS source) AS words
    WHERE length(word) BETWEEN ${SHORTEST_PART} AND 40 AND word !~ '^[0-9]+$' AND NOT (length(word) >= 20 AND word ~ '[0-9]') ORDER BY word`;
}
