import { z } from 'zod';
import { action, type Sql } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

interface Relation {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
  /** Which column of the child names it in a report. */
  readonly child_id: string;
}

const RELATIONS: readonly Relation[] = [
  { parent: 'users', child: 'team_members', column: 'user_id', child_id: 'team_id' },
  { parent: 'teams', child: 'team_members', column: 'team_id', child_id: 'user_id' },
  { parent: 'teams', child: 'channels', column: 'team_id', child_id: 'id' },
  { parent: 'users', child: 'channel_members', column: 'user_id', child_id: 'channel_id' },
  { parent: 'channels', child: 'channel_members', column: 'channel_id', child_id: 'user_id' },
  { parent: 'channels', child: 'posts', column: 'channel_id', child_id: 'id' },
  { parent: 'users', child: 'posts', column: 'user_id', child_id: 'id' },
  { parent: 'posts', child: 'posts', column: 'root_id', child_id: 'id' },
  { parent: 'posts', child: 'reactions', column: 'post_id', child_id: 'user_id' },
  { parent: 'users', child: 'reactions', column: 'user_id', child_id: 'post_id' },
  { parent: 'posts', child: 'files', column: 'post_id', child_id: 'id' },
  { parent: 'posts', child: 'thread_memberships', column: 'post_id', child_id: 'user_id' },
  { parent: 'users', child: 'preferences', column: 'user_id', child_id: 'name' },
  { parent: 'users', child: 'sessions', column: 'user_id', child_id: 'id' },
  { parent: 'users', child: 'user_access_tokens', column: 'user_id', child_id: 'id' },
  { parent: 'channels', child: 'incoming_webhooks', column: 'channel_id', child_id: 'id' },
  { parent: 'users', child: 'statuses', column: 'user_id', child_id: 'user_id' },
];

const MAX_RECORDS = 1_000;

export const checkIntegrity = action({
  name: 'check-integrity',
  summary: 'Looks for records whose parents are missing.',
  input: z.object({}),
  permission: inSystem('manage_system'),
  run: async (ctx) => {
    const results = [];
    for (const relation of RELATIONS) results.push(await checkRelation(ctx.db.slow, relation));
    return results;
  },
});

async function checkRelation(sql: Sql, { parent, child, column, child_id }: Relation) {
  const names = { parent_name: parent, child_name: child, parent_id_attr: column, child_id_attr: child_id };
  try {
    const records = await sql.rows<{ parent_id: string; child_id: string }>(
      `SELECT c.${column} AS parent_id, c.${child_id} AS child_id FROM ${child} c LEFT JOIN ${parent} p ON p.id = c.${column} WHERE c.${column} <> '' AND p.id IS NULL LIMIT ${MAX_RECORDS}`,
    );
    return { data: { ...names, records }, err: null };
  } catch (error) {
    return { data: { ...names, records: [] }, err: (error as Error).message };
  }
}
