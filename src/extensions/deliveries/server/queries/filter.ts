import { z } from 'zod';
import { escapeLike } from '#identity/users/server/feature.ts';
import { fields } from '#kernel/server/index.ts';
import { delivery_statuses } from '../../wire/index.ts';
import type { Sight } from '../deliveries.permissions.ts';

const MAX_TEXT = 200;

/** What a list, a count or a replay is narrowed to; everything may be left out. */
export const filterFields = {
  integration_id: z.string().max(64).default(''),
  kind: z.string().max(64).default(''),
  direction: z.enum(['', 'in', 'out']).default(''),
  status: z.enum(['', ...delivery_statuses]).default(''),
  team_id: fields.optionalId(),
  channel_id: fields.optionalId(),
  owner_id: fields.optionalId(),
  /** Words in the name, the address or the error. */
  text: fields.text(MAX_TEXT).default(''),
  /** From this time on, in ms. */
  since: fields.queryNumber(0),
  /** Before this time, in ms; 0 for no end. */
  until: fields.queryNumber(0),
};

export type Filter = z.output<z.ZodObject<typeof filterFields>>;

/** The condition of a filter within what somebody sees; its parameters are $1 to $13. */
export const FILTER = `($1 OR team_id = ANY($2) OR owner_id = $3)
  AND ($4 = '' OR integration_id = $4) AND ($5 = '' OR kind = $5) AND ($6 = '' OR direction = $6) AND ($7 = '' OR status = $7)
  AND ($8 = '' OR team_id = $8) AND ($9 = '' OR channel_id = $9) AND ($10 = '' OR owner_id = $10)
  AND ($11 = '' OR integration_name ILIKE $11 OR error ILIKE $11 OR request->>'url' ILIKE $11)
  AND create_at >= $12::bigint AND ($13::bigint = 0 OR create_at < $13::bigint)`;

export function filterParams(sight: Sight, f: Filter): unknown[] {
  return [
    sight.is_all, sight.team_ids, sight.user_id, f.integration_id, f.kind, f.direction, f.status, f.team_id, f.channel_id, f.owner_id,
    f.text.trim() && `%${escapeLike(f.text.trim())}%`, f.since, f.until,
  ];
}
