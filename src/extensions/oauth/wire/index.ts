import type { Id, Timestamp } from '#kernel/wire/index.ts';

/** A program that may ask people to act for them. `client_secret` is '' for everybody but its owner, and always for a public app. */
export type OAuthApp = {
  id: Id;
  creator_id: Id;
  create_at: Timestamp;
  update_at: Timestamp;
  client_secret: string;
  name: string;
  description: string;
  icon_url: string;
  callback_urls: string[] | null;
  homepage: string;
  is_trusted: boolean;
  mattermost_app_id: string;
  is_dynamically_registered?: boolean;
};

/** What a program asks a person for; the words are those of RFC 6749 and 7636. */
export type AuthorizeRequest = {
  response_type: string;
  client_id: Id;
  redirect_uri: string;
  scope?: string;
  state?: string;
  code_challenge?: string;
  code_challenge_method?: string;
  /** The person does not let it in: the app is told so. */
  is_denied?: boolean;
};

export type AccessResponse = { access_token: string; token_type: string; expires_in: number; scope: string; refresh_token?: string };
