import type { Sql } from '#kernel/server/index.ts';
import type { AutocompleteData } from '../wire/index.ts';

/** A custom command as it is kept: its token is sealed. */
export interface CustomCommand {
  readonly id: string;
  readonly token: string;
  readonly create_at: number;
  readonly update_at: number;
  readonly delete_at: number;
  readonly creator_id: string;
  /** '' = in all teams. */
  readonly team_id: string;
  readonly trigger: string;
  readonly method: 'P' | 'G';
  readonly username: string;
  readonly icon_url: string;
  readonly auto_complete: boolean;
  readonly auto_complete_desc: string;
  readonly auto_complete_hint: string;
  readonly display_name: string;
  readonly description: string;
  readonly url: string;
  readonly autocomplete_data: AutocompleteData | null;
}

const COLUMNS = 'id, token, create_at, update_at, delete_at, creator_id, team_id, trigger, method, username, icon_url, auto_complete, auto_complete_desc, auto_complete_hint, display_name, description, url, autocomplete_data';

/** Writes a command, new or changed. False if the trigger is taken in its team. */
export async function saveCustomCommand(sql: Sql, c: CustomCommand): Promise<boolean> {
  const row = await sql.maybe(
    `INSERT INTO custom_commands (${COLUMNS}) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18
     WHERE NOT EXISTS (SELECT 1 FROM custom_commands o WHERE o.trigger = $8 AND o.delete_at = 0 AND o.id <> $1 AND (o.team_id = $7 OR o.team_id = '' OR $7 = ''))
     ON CONFLICT (id) DO UPDATE SET token = excluded.token, update_at = excluded.update_at, team_id = excluded.team_id, trigger = excluded.trigger, method = excluded.method, username = excluded.username,
       icon_url = excluded.icon_url, auto_complete = excluded.auto_complete, auto_complete_desc = excluded.auto_complete_desc, auto_complete_hint = excluded.auto_complete_hint,
       display_name = excluded.display_name, description = excluded.description, url = excluded.url, autocomplete_data = excluded.autocomplete_data
     RETURNING id`,
    [c.id, c.token, c.create_at, c.update_at, c.delete_at, c.creator_id, c.team_id, c.trigger, c.method, c.username, c.icon_url, c.auto_complete, c.auto_complete_desc, c.auto_complete_hint, c.display_name, c.description, c.url, c.autocomplete_data && JSON.stringify(c.autocomplete_data)],
  );
  return row !== undefined;
}

export function findCustomCommand(sql: Sql, id: string): Promise<CustomCommand | undefined> {
  return sql.maybe<CustomCommand>(`SELECT ${COLUMNS} FROM custom_commands WHERE id = $1 AND delete_at = 0`, [id]);
}

/** Commands of these teams; '' are those of all teams. */
export function readCustomCommands(sql: Sql, team_ids: readonly string[]): Promise<CustomCommand[]> {
  return sql.rows<CustomCommand>(`SELECT ${COLUMNS} FROM custom_commands WHERE team_id = ANY($1) AND delete_at = 0 ORDER BY trigger, id`, [team_ids]);
}

export async function deleteCustomCommand(sql: Sql, id: string, now: number): Promise<void> {
  await sql.run('UPDATE custom_commands SET delete_at = $2, update_at = $2 WHERE id = $1', [id, now]);
  await sql.run('DELETE FROM command_answers WHERE command_id = $1', [id]);
}

/** Ends the commands of somebody. Returns the teams in which they were. */
export async function deleteCommandsOf(sql: Sql, creator_id: string): Promise<string[]> {
  await sql.run('DELETE FROM command_answers WHERE user_id = $1', [creator_id]);
  return (await sql.rows<{ team_id: string }>('DELETE FROM custom_commands WHERE creator_id = $1 RETURNING team_id', [creator_id])).map((row) => row.team_id);
}

/** A place to which a command may still answer. */
export interface AnswerPlace {
  readonly id: string;
  readonly command_id: string;
  readonly user_id: string;
  readonly channel_id: string;
  readonly team_id: string;
  readonly root_id: string;
}

export async function insertAnswerPlace(sql: Sql, place: AnswerPlace, now: number): Promise<void> {
  await sql.run('INSERT INTO command_answers (id, create_at, command_id, user_id, channel_id, team_id, root_id) VALUES ($1, $2, $3, $4, $5, $6, $7)', [place.id, now, place.command_id, place.user_id, place.channel_id, place.team_id, place.root_id]);
}

/** The place, if it is young enough. */
export function findAnswerPlace(sql: Sql, id: string, not_before: number): Promise<AnswerPlace | undefined> {
  return sql.maybe<AnswerPlace>('SELECT id, command_id, user_id, channel_id, team_id, root_id FROM command_answers WHERE id = $1 AND create_at >= $2', [id, not_before]);
}

/** Counts a use. False if there were enough. */
export async function takeAnswerPlace(sql: Sql, id: string, max_uses: number): Promise<boolean> {
  return (await sql.maybe('UPDATE command_answers SET use_count = use_count + 1 WHERE id = $1 AND use_count < $2 RETURNING id', [id, max_uses])) !== undefined;
}

export async function deleteAnswerPlaces(sql: Sql, before: number): Promise<void> {
  await sql.run('DELETE FROM command_answers WHERE create_at < $1', [before]);
}
