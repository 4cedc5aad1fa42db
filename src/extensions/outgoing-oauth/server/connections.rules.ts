import { userError } from '#kernel/server/index.ts';

/** A connection with all that it needs; what is not wanted is ''. */
export interface Connection {
  readonly id: string;
  readonly creator_id: string;
  readonly create_at: number;
  readonly update_at: number;
  readonly name: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly credentials_username: string;
  readonly credentials_password: string;
  readonly oauth_token_url: string;
  readonly grant_type: string;
  readonly audiences: readonly string[];
}

export const GRANT_TYPES = ['client_credentials', 'password'];

/** Throws unless a connection has all that it needs. */
export function checkConnection(c: Connection): void {
  const fail = (field: string, need: string): never => {
    throw userError(`model.outgoing_oauth_connection.is_valid.${field}`, need);
  };
  const isText = (text: string, max: number) => text.length > 0 && [...text].length <= max;
  if (!isText(c.name, 64)) fail('name.error', 'The name must have 1 to 64 characters.');
  if (!isText(c.client_id, 255)) fail('client_id.error', 'client_id must have 1 to 255 characters.');
  if (!isText(c.client_secret, 255)) fail('client_secret.error', 'client_secret must have 1 to 255 characters.');
  if (c.oauth_token_url.length > 256 || !isWebAddress(c.oauth_token_url)) fail('oauth_token_url.error', 'oauth_token_url must be a web address of at most 256 characters.');
  if (!GRANT_TYPES.includes(c.grant_type)) fail('grant_type.error', `grant_type must be one of ${GRANT_TYPES.join(', ')}.`);
  if (c.grant_type === 'password' && !(c.credentials_username && c.credentials_password)) fail('password_credentials.error', 'The grant password needs credentials_username and credentials_password.');
  if (!c.audiences.length) fail('audience.empty', 'There must be at least one audience: an address whose calls are to carry a token.');
  if (c.audiences.length > 32 || !c.audiences.every(isWebAddress)) fail('audience.error', 'Each audience must be a web address; there may be 32.');
}

/** The connection for calls of an address: the one with the longest audience that covers it. */
export function connectionFor<T extends Pick<Connection, 'audiences'>>(connections: readonly T[], address: string): T | undefined {
  const covering = connections.flatMap((connection) => connection.audiences.filter((audience) => covers(audience, address)).map((audience) => ({ connection, length: audience.length })));
  return covering.sort((a, b) => b.length - a.length)[0]?.connection;
}

function covers(audience: string, address: string): boolean {
  if (!isWebAddress(address)) return false;
  const [own, asked] = [new URL(audience), new URL(address)];
  const path = own.pathname.replace(/\/$/, '');
  return own.origin === asked.origin && (asked.pathname === path || asked.pathname.startsWith(`${path}/`));
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
