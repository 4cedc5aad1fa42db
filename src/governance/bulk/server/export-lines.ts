import type { App, Sql } from '#kernel/server/index.ts';
import { messagesOf, type FileToExport } from './export-messages.ts';

export interface ExportOptions {
  readonly include_archived_channels: boolean;
  readonly include_attachments: boolean;
}

const PEOPLE_AT_ONCE = 500;

/** Everything that people have made, line by line, each after what it needs. `files` collects what the lines name. */
export async function* exportLines(app: App, options: ExportOptions, files: FileToExport[], onProgress: (percent: number) => Promise<void>): AsyncGenerator<object> {
  const sql = app.db.slow;
  yield { type: 'version', version: 1, info: { generator: `muster ${app.version}`, version: app.version, created: new Date(app.clock()).toISOString() } };
  for (const team of await sql.rows('SELECT name, display_name, type, description, allow_open_invite FROM teams WHERE delete_at = 0 ORDER BY create_at, id')) yield { type: 'team', team };
  for (const { delete_at, ...channel } of await channelsOf(sql, options)) yield { type: 'channel', channel: { ...channel, ...(Number(delete_at) ? { deleted_at: delete_at } : {}) } };
  await onProgress(5);
  yield* usersOf(sql, options);
  await onProgress(15);
  yield* messagesOf(sql, options, 'post', files);
  await onProgress(60);
  yield* directChannelsOf(sql);
  yield* messagesOf(sql, options, 'direct_post', files);
}

function channelsOf(sql: Sql, { include_archived_channels }: ExportOptions) {
  return sql.rows(
    `SELECT t.name AS team, c.name, c.display_name, c.type, c.header, c.purpose, c.delete_at FROM channels c JOIN teams t ON t.id = c.team_id
     WHERE c.type IN ('O', 'P') AND t.delete_at = 0 AND (c.delete_at = 0 OR $1) ORDER BY c.create_at, c.id`,
    [include_archived_channels],
  );
}

async function* usersOf(sql: Sql, { include_archived_channels }: ExportOptions): AsyncGenerator<object> {
  for (let after = ''; ; ) {
    const rows = await sql.rows<{ id: string }>(
      `SELECT u.id, u.username, u.email, u.auth_service, u.auth_data, u.nickname, u.first_name, u.last_name, u.position, u.roles, u.locale, u.delete_at, u.notify_props,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'roles', CASE WHEN m.scheme_guest THEN 'team_guest' WHEN m.scheme_admin THEN 'team_user team_admin' ELSE 'team_user' END, 'channels',
             (SELECT coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'roles', CASE WHEN cm.scheme_guest THEN 'channel_guest' WHEN cm.scheme_admin THEN 'channel_user channel_admin' ELSE 'channel_user' END) ORDER BY c.name), '[]')
              FROM channel_members cm JOIN channels c ON c.id = cm.channel_id WHERE cm.user_id = u.id AND c.team_id = t.id AND (c.delete_at = 0 OR $3))) ORDER BY t.name), '[]')
          FROM team_members m JOIN teams t ON t.id = m.team_id WHERE m.user_id = u.id AND m.delete_at = 0 AND t.delete_at = 0) AS teams
       FROM users u WHERE u.id > $1 AND NOT u.is_bot ORDER BY u.id LIMIT $2`,
      [after, PEOPLE_AT_ONCE, include_archived_channels],
    );
    for (const { id: _, ...user } of rows) yield { type: 'user', user };
    if (rows.length < PEOPLE_AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}

async function* directChannelsOf(sql: Sql): AsyncGenerator<object> {
  const rows = await sql.rows<{ members: string[]; header: string }>(
    `SELECT array_agg(u.username ORDER BY u.username) AS members, c.header FROM channels c JOIN channel_members m ON m.channel_id = c.id JOIN users u ON u.id = m.user_id
     WHERE c.type IN ('D', 'G') GROUP BY c.id HAVING NOT bool_or(u.is_bot) ORDER BY c.create_at, c.id`,
  );
  for (const direct_channel of rows) yield { type: 'direct_channel', direct_channel };
}
