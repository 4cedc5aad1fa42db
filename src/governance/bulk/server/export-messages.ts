import type { Sql } from '#kernel/server/index.ts';
import { originalPath } from '#messaging/files/server/feature.ts';
import type { ExportOptions } from './export-lines.ts';

/** A file that a line names. */
export interface FileToExport {
  /** Its path in the file store, and under `data/` in the archive. */
  readonly path: string;
  readonly archive_path: string;
}

interface Row {
  readonly id: string;
  readonly user: string;
  readonly message: string;
  readonly type: string;
  readonly props: Record<string, unknown>;
  readonly create_at: number;
  readonly edit_at: number;
  readonly is_pinned: boolean;
  readonly root_id: string;
  readonly team?: string;
  readonly channel?: string;
  readonly channel_members?: string[];
  readonly reactions: object[] | null;
  readonly files: { id: string; create_at: number; name: string }[] | null;
  readonly flagged_by: string[] | null;
}

const ROOTS_AT_ONCE = 200;

const CONTENT = `p.id, u.username AS user, p.message, p.type, p.props, p.create_at, p.edit_at, p.is_pinned, p.root_id,
  (SELECT jsonb_agg(jsonb_build_object('user', ru.username, 'emoji_name', r.emoji_name, 'create_at', r.create_at) ORDER BY r.create_at, ru.username) FROM reactions r JOIN users ru ON ru.id = r.user_id WHERE r.post_id = p.id) AS reactions,
  (SELECT jsonb_agg(jsonb_build_object('id', f.id, 'create_at', f.create_at, 'name', f.name) ORDER BY array_position(p.file_ids, f.id)) FROM files f WHERE f.post_id = p.id AND f.delete_at = 0) AS files,
  (SELECT array_agg(fu.username ORDER BY fu.username) FROM preferences s JOIN users fu ON fu.id = s.user_id WHERE s.category = 'flagged_post' AND s.name = p.id) AS flagged_by`;

/** The messages of team channels (`post`) or of direct and group channels (`direct_post`), each with its replies. */
export async function* messagesOf(sql: Sql, options: ExportOptions, kind: 'post' | 'direct_post', files: FileToExport[]): AsyncGenerator<object> {
  for (let after = { create_at: 0, id: '' }; ; ) {
    const roots = await readRoots(sql, options, kind, after);
    const replies = roots.length ? await readReplies(sql, roots.map((root) => root.id)) : [];
    for (const root of roots) {
      const own = replies.filter((reply) => reply.root_id === root.id).map((reply) => content(reply, options, files));
      const place = kind === 'post' ? { team: root.team, channel: root.channel } : { channel_members: root.channel_members };
      yield { type: kind, [kind]: { ...place, ...content(root, options, files), ...(own.length ? { replies: own } : {}) } };
    }
    if (roots.length < ROOTS_AT_ONCE) return;
    after = roots.at(-1)!;
  }
}

function readRoots(sql: Sql, { include_archived_channels }: ExportOptions, kind: 'post' | 'direct_post', after: { create_at: number; id: string }): Promise<Row[]> {
  const place = kind === 'post' ? "t.name AS team, c.name AS channel" : 'd.members AS channel_members';
  const joins = kind === 'post'
    ? "JOIN teams t ON t.id = c.team_id AND t.delete_at = 0 WHERE c.type IN ('O', 'P')"
    : `JOIN LATERAL (SELECT array_agg(mu.username ORDER BY mu.username) AS members, bool_or(mu.is_bot) AS with_bot FROM channel_members m JOIN users mu ON mu.id = m.user_id WHERE m.channel_id = c.id) d ON NOT d.with_bot
       WHERE c.type IN ('D', 'G')`;
  return sql.rows<Row>(
    `SELECT ${CONTENT}, ${place} FROM posts p JOIN users u ON u.id = p.user_id AND NOT u.is_bot JOIN channels c ON c.id = p.channel_id ${joins}
     AND (c.delete_at = 0 OR $4) AND p.root_id = '' AND p.delete_at = 0 AND (p.create_at, p.id) > ($1, $2) ORDER BY p.create_at, p.id LIMIT $3`,
    [after.create_at, after.id, ROOTS_AT_ONCE, include_archived_channels],
  );
}

function readReplies(sql: Sql, root_ids: readonly string[]): Promise<Row[]> {
  return sql.rows<Row>(`SELECT ${CONTENT} FROM posts p JOIN users u ON u.id = p.user_id AND NOT u.is_bot WHERE p.root_id = ANY($1) AND p.delete_at = 0 ORDER BY p.create_at, p.id`, [root_ids]);
}

function content(row: Row, { include_attachments }: ExportOptions, files: FileToExport[]): object {
  const attachments = include_attachments ? (row.files ?? []).map((file) => ({ path: addFile(file, files) })) : [];
  return {
    user: row.user,
    message: row.message,
    ...(row.type ? { type: row.type } : {}),
    props: row.props,
    create_at: row.create_at,
    ...(Number(row.edit_at) ? { edit_at: row.edit_at } : {}),
    ...(row.is_pinned ? { is_pinned: true } : {}),
    ...(row.flagged_by ? { flagged_by: row.flagged_by } : {}),
    ...(row.reactions ? { reactions: row.reactions } : {}),
    ...(attachments.length ? { attachments } : {}),
  };
}

function addFile(file: { id: string; create_at: number; name: string }, files: FileToExport[]): string {
  const archive_path = `attachments/${file.id}/${file.name.replaceAll(/[/\\]/g, '_')}`;
  files.push({ path: originalPath(file), archive_path });
  return archive_path;
}
