import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** Terms that people must accept to use the server. Every change is a new one. */
export type TermsOfService = { id: Id; create_at: Timestamp; user_id: Id; text: string };

/** The terms that somebody has accepted last. */
export type UserTermsOfService = { user_id: Id; terms_of_service_id: Id; create_at: Timestamp };

export const terms_text_max = 16_383;
