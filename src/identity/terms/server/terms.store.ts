import type { Sql } from '#kernel/server/index.ts';
import type { TermsOfService, UserTermsOfService } from '../wire/index.ts';

export function readLatestTerms(sql: Sql): Promise<TermsOfService | undefined> {
  return sql.maybe<TermsOfService>('SELECT id, create_at, user_id, text FROM terms_of_service ORDER BY create_at DESC, id DESC LIMIT 1');
}

export function readTerms(sql: Sql, id: string): Promise<TermsOfService | undefined> {
  return sql.maybe<TermsOfService>('SELECT id, create_at, user_id, text FROM terms_of_service WHERE id = $1', [id]);
}

export async function insertTerms(sql: Sql, terms: TermsOfService): Promise<void> {
  await sql.run('INSERT INTO terms_of_service (id, create_at, user_id, text) VALUES ($1, $2, $3, $4)', [terms.id, terms.create_at, terms.user_id, terms.text]);
}

export function readAcceptance(sql: Sql, user_id: string): Promise<UserTermsOfService | undefined> {
  return sql.maybe<UserTermsOfService>('SELECT user_id, terms_of_service_id, create_at FROM user_terms_of_service WHERE user_id = $1', [user_id]);
}

export async function saveAcceptance(sql: Sql, acceptance: UserTermsOfService): Promise<void> {
  await sql.run(
    'INSERT INTO user_terms_of_service (user_id, terms_of_service_id, create_at) VALUES ($1, $2, $3) ON CONFLICT (user_id) DO UPDATE SET terms_of_service_id = excluded.terms_of_service_id, create_at = excluded.create_at',
    [acceptance.user_id, acceptance.terms_of_service_id, acceptance.create_at],
  );
}

/** A person who takes the acceptance back is asked again. */
export async function deleteAcceptance(sql: Sql, user_id: string, terms_of_service_id = ''): Promise<void> {
  await sql.run("DELETE FROM user_terms_of_service WHERE user_id = $1 AND ($2 = '' OR terms_of_service_id = $2)", [user_id, terms_of_service_id]);
}
