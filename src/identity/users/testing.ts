import type { User } from './wire/index.ts';

/** An answer of the server; `body` is its JSON. */
export interface Answer<T = any> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Somebody who calls a test server by HTTP. Paths are whole, such as `/api/v4/users/me`. */
export interface Client {
  /** Empty fields where nobody is signed in. */
  readonly user: User;
  readonly token: string;
  call<T = any>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
  get<T = any>(path: string): Promise<Answer<T>>;
  post<T = any>(path: string, body?: unknown): Promise<Answer<T>>;
  put<T = any>(path: string, body?: unknown): Promise<Answer<T>>;
  del<T = any>(path: string, body?: unknown): Promise<Answer<T>>;
}

type Server = { readonly url: string };

const PASSWORD = 'Test-Password-1';

/** A new person with a session. The first one of a server is its administrator, unless it has one. */
export async function signUp(server: Server, username: string): Promise<Client> {
  const email = `${username}@example.com`;
  const answer = await nobody(server).post('/api/v4/users', { username, email, password: PASSWORD });
  if (answer.status !== 201) throw new Error(`${username} could not sign up: ${JSON.stringify(answer.body)}`);
  return signIn(server, { email, password: PASSWORD });
}

/** Somebody who has an account already. */
export async function signIn(server: Server, { email, password }: { email: string; password: string }): Promise<Client> {
  const answer = await nobody(server).post<User>('/api/v4/users/login', { login_id: email, password });
  if (answer.status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(answer.body)}`);
  return clientOf(server, answer.body, answer.headers.get('token') ?? '');
}

/** Somebody without a session. */
export function nobody(server: Server): Client {
  return clientOf(server, {} as User, '');
}

function clientOf(server: Server, user: User, token: string): Client {
  const call: Client['call'] = async (method, path, body) => {
    const answer = await fetch(server.url + path, {
      method,
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    const is_json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: is_json ? JSON.parse(text) : text };
  };
  return { user, token, call, get: (path) => call('GET', path), post: (path, body) => call('POST', path, body), put: (path, body) => call('PUT', path, body), del: (path, body) => call('DELETE', path, body) };
}
