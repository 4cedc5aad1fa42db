import type { Letter, Sql } from '#kernel/server/index.ts';

export type MailState = 'waiting' | 'sent' | 'failed' | 'kept';

export interface MailRow {
  readonly id: string;
  readonly create_at: number;
  readonly recipient: string;
  readonly subject: string;
  readonly locale: string;
  /** Null once it has left. */
  readonly letter: Letter | null;
  readonly state: MailState;
  readonly attempts: number;
  readonly next_at: number;
  readonly sent_at: number;
  readonly error: string;
}

const COLUMNS = 'id, create_at, recipient, subject, locale, letter, state, attempts, next_at, sent_at, error';

export async function insertMail(sql: Sql, mail: Pick<MailRow, 'id' | 'create_at' | 'recipient' | 'subject' | 'locale' | 'letter' | 'state'>): Promise<void> {
  await sql.run('INSERT INTO mails (id, create_at, recipient, subject, locale, letter, state, next_at) VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $2)', [mail.id, mail.create_at, mail.recipient, mail.subject, mail.locale, JSON.stringify(mail.letter), mail.state]);
}

/** The mail that is due first, taken for `lease_ms`: no other node sends it meanwhile, and after a crash it is due again. */
export function takeDueMail(sql: Sql, now: number, lease_ms: number): Promise<MailRow | undefined> {
  return sql.maybe<MailRow>(
    `UPDATE mails SET attempts = attempts + 1, next_at = $2 WHERE id = (
       SELECT id FROM mails WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [now, now + lease_ms],
  );
}

export async function readNextDue(sql: Sql): Promise<number | undefined> {
  return (await sql.one<{ at: number | null }>("SELECT min(next_at) AS at FROM mails WHERE state = 'waiting'")).at ?? undefined;
}

export async function markSent(sql: Sql, id: string, now: number): Promise<void> {
  await sql.run("UPDATE mails SET state = 'sent', sent_at = $2, error = '', letter = NULL WHERE id = $1", [id, now]);
}

export async function markFailed(sql: Sql, id: string, error: string, next_at: number | undefined): Promise<void> {
  await sql.run("UPDATE mails SET error = $2, state = CASE WHEN $3::bigint IS NULL THEN 'failed' ELSE 'waiting' END, next_at = coalesce($3, next_at) WHERE id = $1", [id, error.slice(0, 1000), next_at ?? null]);
}

/** Puts a mail that has not left back into the queue. */
export function queueAgain(sql: Sql, id: string, now: number): Promise<MailRow | undefined> {
  return sql.maybe<MailRow>(`UPDATE mails SET state = 'waiting', attempts = 0, next_at = $2, error = '' WHERE id = $1 AND letter IS NOT NULL AND state <> 'sent' RETURNING ${COLUMNS}`, [id, now]);
}

export function readMails(sql: Sql, state: MailState | '', page: { limit: number; offset: number }): Promise<MailRow[]> {
  return sql.rows<MailRow>(`SELECT ${COLUMNS} FROM mails WHERE $1 = '' OR state = $1 ORDER BY create_at DESC, id DESC LIMIT $2 OFFSET $3`, [state, page.limit, page.offset]);
}

export function countMails(sql: Sql): Promise<{ state: MailState; count: number }[]> {
  return sql.rows('SELECT state, count(*) AS count FROM mails GROUP BY state ORDER BY state');
}

/** Forgets old mails, and sooner those with a link, which do not work any more by then. */
export async function removeOldMails(sql: Sql, before: number, links_before: number): Promise<void> {
  await sql.run("DELETE FROM mails WHERE create_at < $1 OR (create_at < $2 AND state IN ('kept', 'failed'))", [before, links_before]);
}
