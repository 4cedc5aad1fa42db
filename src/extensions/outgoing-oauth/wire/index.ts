import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** How the server proves itself where it calls out. No answer holds the secret or the password. */
export type OutgoingOAuthConnection = {
  id: Id;
  creator_id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  name: string;
  client_id?: string;
  client_secret?: string;
  credentials_username?: string | null;
  credentials_password?: string | null;
  oauth_token_url: string;
  grant_type: string;
  audiences: string[] | null;
};
