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
  readonly sent_at: number;
  readonly error: string;
}

const COLUMNS = 'id, create_at, recipient, subject, locale, letter, state, attempts, sent_at, error';

export async function insertMail(sql: Sql, mail: Pick<MailRow, 'id' | 'create_at' | 'recipient' | 'subject' | 'locale' | 'letter' | 'state'>): Promise<void> {
  await sql.run('INSERT INTO mails (id, create_at, recipient, subject, locale, letter, state) VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7)', [mail.id, mail.create_at, mail.recipient, mail.subject, mail.locale, JSON.stringify(mail.letter), mail.state]);
}

export function readMail(sql: Sql, id: string): Promise<MailRow | undefined> {
  return sql.maybe<MailRow>(`SELECT ${COLUMNS} FROM mails WHERE id = $1`, [id]);
}

export async function markSent(sql: Sql, id: string, now: number): Promise<void> {
  await sql.run("UPDATE mails SET state = 'sent', attempts = attempts + 1, sent_at = $2, error = '', letter = NULL WHERE id = $1", [id, now]);
}

export async function markFailed(sql: Sql, id: string, error: string, is_final: boolean): Promise<void> {
  await sql.run("UPDATE mails SET error = $2, attempts = attempts + 1, state = CASE WHEN $3 THEN 'failed' ELSE state END WHERE id = $1", [id, error.slice(0, 1000), is_final]);
}

/** Lets a mail that has not left wait again. */
export function markWaiting(sql: Sql, id: string): Promise<{ id: string } | undefined> {
  return sql.maybe("UPDATE mails SET state = 'waiting', attempts = 0, error = '' WHERE id = $1 AND letter IS NOT NULL AND state <> 'sent' RETURNING id", [id]);
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
