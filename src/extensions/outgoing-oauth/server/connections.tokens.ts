import { callOutside, outsideError, parseJson, type App } from '#kernel/server/index.ts';
import { allConnections } from './connections.cache.ts';
import { connectionFor, type Connection } from './connections.rules.ts';
import { enableConnections } from './outgoing-oauth.settings.ts';

const EARLY_MS = 60_000;
const USUAL_LIFE_S = 300;
const ANSWER_LIMIT = 65_536;

interface Token {
  readonly text: string;
  readonly expires_at: number;
}

// By connection and state of it: a changed one asks anew.
const tokens = new WeakMap<App, Map<string, Token>>();

/** What a call of this address is to carry as `Authorization`; undefined if nothing. Throws if no token can be had. */
export async function authorizationFor(app: App, address: string): Promise<string | undefined> {
  if (!app.settings.get(enableConnections)) return undefined;
  const connection = connectionFor(await allConnections(app), address);
  if (!connection) return undefined;
  const kept = tokens.get(app) ?? new Map<string, Token>();
  tokens.set(app, kept);
  const key = `${connection.id} ${connection.update_at}`;
  let token = kept.get(key);
  if (!token || token.expires_at <= app.clock()) {
    for (const old of kept.keys()) if (old.startsWith(connection.id)) kept.delete(old);
    token = await askForToken(app, connection);
    kept.set(key, token);
  }
  return `Bearer ${token.text}`;
}

/** Gets a token as a connection says. */
export async function askForToken(app: App, c: Connection): Promise<Token> {
  const asked = { grant_type: c.grant_type, client_id: c.client_id, client_secret: c.client_secret, ...(c.grant_type === 'password' && { username: c.credentials_username, password: c.credentials_password }) };
  const { status, body } = await callOutside(app, { url: c.oauth_token_url, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }, body: new URLSearchParams(asked).toString(), size_limit: ANSWER_LIMIT, max_redirects: 0 });
  const answer = status === 200 ? readAnswer(body.toString()) : undefined;
  if (!answer) throw outsideError('api.outgoing_oauth_connection.token.app_error', `The connection ${c.name} got no token: ${new URL(c.oauth_token_url).host} answered with status ${status}.`);
  return { text: answer.access_token, expires_at: app.clock() + answer.life_s * 1000 - EARLY_MS };
}

function readAnswer(text: string): { access_token: string; life_s: number } | undefined {
  try {
    const { access_token, expires_in } = parseJson(text) as { access_token?: unknown; expires_in?: unknown };
    // It goes into a header.
    if (typeof access_token !== 'string' || !/^[\x21-\x7e]+$/.test(access_token)) return undefined;
    return { access_token, life_s: Number(expires_in) > 0 ? Number(expires_in) : USUAL_LIFE_S };
  } catch {
    return undefined;
  }
}
