import type { Ctx } from '#kernel/server/index.ts';
import { FILE_COLUMNS, type FileRow } from '#messaging/files/server/feature.ts';
import { search_results_max } from '../wire/index.ts';
import { searchedChannels, searchedUsers } from './search.channels.ts';
import { isEmpty, type Term } from './search.parse.ts';
import type { PostSearch } from './search.posts.ts';
import { join, likePart, Params, searching } from './search.sql.ts';

/** The newest files whose name or content matches, in channels of the actor. */
export async function findFiles(ctx: Ctx, { team_id, parsed, is_or, include_archived }: PostSearch): Promise<FileRow[]> {
  const terms = [...parsed.terms, ...parsed.hashtags];
  if (isEmpty(parsed)) return [];
  const [channels, users] = await Promise.all([searchedChannels(ctx, team_id, parsed.channels, include_archived), searchedUsers(ctx, parsed.users)]);
  if (!channels.length) return [];
  const params = new Params();
  const conditions = [`f.post_id <> '' AND f.delete_at = 0`, `f.channel_id = ANY(${params.add(channels.map((channel) => channel.id), 'text[]')})`];
  const { wanted, excluded } = parsed.extensions;
  if (users.wanted.length) conditions.push(`f.user_id = ANY(${params.add(users.wanted, 'text[]')})`);
  if (users.excluded.length) conditions.push(`f.user_id <> ALL(${params.add(users.excluded, 'text[]')})`);
  if (wanted.length) conditions.push(`f.extension = ANY(${params.add(wanted, 'text[]')})`);
  if (excluded.length) conditions.push(`f.extension <> ALL(${params.add(excluded, 'text[]')})`);
  if (parsed.from_ms > 0) conditions.push(`f.create_at >= ${params.add(parsed.from_ms, 'bigint')}`);
  if (parsed.until_ms < Infinity) conditions.push(`f.create_at < ${params.add(parsed.until_ms, 'bigint')}`);
  for (const span of parsed.excluded) conditions.push(`NOT (f.create_at >= ${params.add(span.from_ms, 'bigint')} AND f.create_at < ${params.add(Math.min(span.until_ms, Number.MAX_SAFE_INTEGER), 'bigint')})`);
  for (const term of terms) if (term.is_negated) conditions.push(`NOT (${nameCondition(params, term)})`);
  conditions.push(join(terms.filter((term) => !term.is_negated).map((term) => nameCondition(params, term)), is_or));
  return searching(ctx, (tx) => tx.rows<FileRow>(`SELECT ${FILE_COLUMNS} FROM files f WHERE ${join(conditions)} ORDER BY f.create_at DESC, f.id DESC LIMIT ${search_results_max}`, params.values));
}

// By any part of the name, or by the words inside: one word by its beginning, several as they follow one another in the language of the index.
function nameCondition(params: Params, term: Term): string {
  const bare = `nullif(search_bare(${params.add(term.text, 'text')}), '')`;
  const query = `CASE WHEN position(' ' in ${bare}) = 0 THEN (quote_literal(${bare}) || ${term.is_phrase ? "''" : "':*'"})::tsquery ELSE plainto_tsquery('simple', ${bare}) END`;
  return `lower(f.name) LIKE ${params.add(`%${likePart(term.text.toLowerCase())}%`, 'text')} OR f.id IN (SELECT c.file_id FROM file_contents c WHERE c.words @@ (${query}))`;
}
