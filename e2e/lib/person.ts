import { call, type Answer, type CallOptions } from './http.ts';

/** Somebody with a session (or, without a token, nobody), who calls the server as a client does. */
export class Person {
  readonly url: string;
  readonly id: string;
  readonly username: string;
  readonly token: string;
  /** What the log-in gave a browser to keep. */
  readonly cookies: Readonly<Record<string, string>>;

  constructor(url: string, who: { id: string; username: string; token: string; cookies?: Readonly<Record<string, string>> }) {
    this.url = url;
    this.id = who.id;
    this.username = who.username;
    this.token = who.token;
    this.cookies = who.cookies ?? {};
  }

  /** Any call, whatever the answer is. The path begins behind `/api/v4`. */
  call<T = any>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    return this.request<T>(method, `/api/v4${path}`, options);
  }

  /** Any request, whatever the answer is, with the whole path. */
  request<T = any>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
    return call<T>(this.url, method, path, { token: this.token || undefined, ...options });
  }

  /** The same session at another address, for a server that was started again. */
  at(url: string): Person {
    return new Person(url, this);
  }

  /** A call that must succeed; gives the body. */
  async must<T = any>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<T> {
    const answer = await this.call<T>(method, path, { ...options, body });
    if (answer.status >= 300) throw new Error(`${this.username}: ${method} ${path} answered ${answer.status} ${answer.text.slice(0, 400)}`);
    return answer.body;
  }

  get<T = any>(path: string): Promise<T> {
    return this.must<T>('GET', path);
  }
  post<T = any>(path: string, body?: unknown): Promise<T> {
    return this.must<T>('POST', path, body);
  }
  put<T = any>(path: string, body?: unknown): Promise<T> {
    return this.must<T>('PUT', path, body);
  }
  del<T = any>(path: string): Promise<T> {
    return this.must<T>('DELETE', path);
  }

  /** Uploads one file and gives its info. */
  async upload(channel_id: string, name: string, content: string | Uint8Array, type = 'application/octet-stream'): Promise<any> {
    const form = new FormData();
    form.append('channel_id', channel_id);
    form.append('files', new Blob([content], { type }), name);
    const { file_infos } = await this.must('POST', '/files', undefined, { raw: form });
    return file_infos[0];
  }
}

export const PASSWORD = 'User-Pass-1';

export function nobody(url: string): Person {
  return new Person(url, { id: '', username: 'nobody', token: '' });
}

/** Logs in; the account must exist. */
export async function logIn(url: string, login_id: string, password = PASSWORD): Promise<Person> {
  const answer = await nobody(url).call('POST', '/users/login', { body: { login_id, password } });
  if (answer.status !== 200) throw new Error(`log-in of ${login_id} answered ${answer.status} ${answer.text.slice(0, 300)}`);
  const cookies = Object.fromEntries((answer.headers['set-cookie'] ?? []).map((line) => /^([^=]+)=([^;]*)/.exec(line)!.slice(1, 3) as [string, string]));
  return new Person(url, { id: answer.body.id, username: answer.body.username, token: String(answer.headers['token']), cookies });
}

/** Makes an account and logs in. */
export async function signUp(url: string, username: string, fields: Record<string, unknown> = {}): Promise<Person> {
  await nobody(url).post('/users', { username, email: `${username}@example.com`, password: PASSWORD, ...fields });
  return logIn(url, username);
}
