import type { Sql } from '#kernel/server/index.ts';

/** What a button of the server runs. `action` is `feature.action-name`. */
export interface MessageActionRow {
  readonly action_id: string;
  readonly action: string;
  readonly input: Record<string, unknown>;
}

export async function insertMessageActions(sql: Sql, post_id: string, rows: readonly MessageActionRow[], now: number): Promise<void> {
  await sql.run(
    `INSERT INTO message_actions (post_id, action_id, action, input, create_at)
     SELECT $1, action_id, action, input, $3 FROM jsonb_to_recordset($2::jsonb) AS r(action_id text, action text, input jsonb)`,
    [post_id, JSON.stringify(rows), now],
  );
}

export function findMessageAction(sql: Sql, post_id: string, action_id: string): Promise<MessageActionRow | undefined> {
  return sql.maybe<MessageActionRow>('SELECT action_id, action, input FROM message_actions WHERE post_id = $1 AND action_id = $2', [post_id, action_id]);
}

export async function deleteMessageActions(sql: Sql, post_ids: readonly string[]): Promise<void> {
  await sql.run('DELETE FROM message_actions WHERE post_id = ANY($1)', [post_ids]);
}
