import { z } from 'zod';

const text = () => z.string().nullish().transform((value) => value?.trim() ?? '');

/** What an administrator fills in about a connection. */
export const connectionFields = {
  name: text(),
  client_id: text(),
  client_secret: text(),
  credentials_username: text(),
  credentials_password: text(),
  oauth_token_url: text(),
  grant_type: text(),
  audiences: z.array(z.string().transform((url) => url.trim())).nullish().transform((urls) => urls ?? []),
};
