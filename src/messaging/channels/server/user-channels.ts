import { fields } from '#kernel/server/index.ts';

export const deleted = { include_deleted: fields.queryFlag(), last_delete_at: fields.queryNumber(0) };

// $3: archived ones too, $4: of those only what was archived since.
export const ALIVE = `(c.delete_at = 0 OR ($3 AND c.delete_at >= $4))`;
