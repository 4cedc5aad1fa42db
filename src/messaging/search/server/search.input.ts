import { z } from 'zod';
import { fields } from '#kernel/server/index.ts';
import { parseSearch } from './search.parse.ts';
import type { PostSearch } from './search.posts.ts';

const MAX_TERMS = 4_000;
const MAX_OFFSET_S = 26 * 3600;

/** What every search takes. */
export const searchFields = {
  terms: fields.text(MAX_TERMS).refine((terms) => terms !== '', 'must not be empty'),
  is_or_search: z.boolean().nullish(),
  time_zone_offset: z.number().min(-MAX_OFFSET_S).max(MAX_OFFSET_S).nullish(),
  include_deleted_channels: z.boolean().nullish(),
};

const everywhere = z.object(searchFields);

/** The search that an input asks for. */
export function searchOf(input: z.output<typeof everywhere>, team_id: string): PostSearch {
  return { team_id, parsed: parseSearch(input.terms, input.time_zone_offset ?? 0), is_or: input.is_or_search === true, include_archived: input.include_deleted_channels === true };
}
