import { userError, type Ctx, type Sql } from '#kernel/server/index.ts';

const TIME_LIMIT_MS = 10_000;

/** Collects the parameters of a statement that is put together from parts. */
export class Params {
  readonly values: unknown[] = [];

  /** The placeholder of a value. */
  add(value: unknown, type = ''): string {
    this.values.push(value);
    return `$${this.values.length}${type && `::${type}`}`;
  }
}

/** A word as part of a tsquery. */
export function lexeme(word: string, is_prefix = false): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${is_prefix ? ':*' : ''}`;
}

/** A text as the middle of a LIKE pattern. */
export function likePart(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

// Scripts that write without blanks: each character is a word. The same as in search_text of the migrations.
const SOLID = '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff66-\\uff9f';
const IS_SOLID = new RegExp(`^[${SOLID}]`);

/** A regular expression of PostgreSQL for words of the index that follow one another in a text in small letters. `is_open`: the last one may go on. */
export function phrasePattern(words: readonly string[], is_open: boolean): string {
  const edge = (word: string, side: string) => (IS_SOLID.test(word) ? '' : `(${side}|[^[:alnum:]]|[${SOLID}])`);
  const gaps = words.map((word, i) => (i === 0 ? '' : `[^[:alnum:]]${IS_SOLID.test(word) || IS_SOLID.test(words[i - 1]!) ? '*' : '+'}`));
  return edge(words[0]!, '^') + words.map((word, i) => gaps[i] + word).join('') + (is_open ? '' : edge(words.at(-1)!, '$'));
}

/** All hold, or with `or` any of them; without any, true. */
export function join(conditions: readonly string[], or = false): string {
  return conditions.length ? conditions.map((c) => `(${c})`).join(or ? ' OR ' : ' AND ') : 'true';
}

/** Runs searches of the index in a transaction of their own, which keeps the planner from other ways than the index. */
export async function searching<T>(ctx: Ctx, work: (tx: Sql) => Promise<T>): Promise<T> {
  try {
    return await ctx.db.slow.tx(async (tx) => {
      await tx.script(`SET LOCAL plan_cache_mode = force_custom_plan; SET LOCAL work_mem = '64MB'; SET LOCAL enable_seqscan = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL statement_timeout = ${TIME_LIMIT_MS}; SET LOCAL jit = off`);
      return work(tx);
    });
  } catch (error) {
    if ((error as { code?: string }).code !== '57014') throw error;
    throw userError('store.sql_post.search.app_error', 'The search took too long. Look for rarer words, or in fewer channels (in:).');
  }
}
