// Calls of the protocol, as any client makes them.

/** Somebody's session. `call` gives the parsed answer, or throws with what the server said. */
export class Session {
  constructor(url, user, token) {
    this.url = url;
    this.user = user;
    this.token = token;
  }

  async call(method, path, body, headers = {}) {
    const answer = await this.send(method, path, body, headers);
    if (!answer.ok) throw new Error(`${method} ${path} as ${this.user?.username ?? 'nobody'}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return (answer.headers.get('content-type') ?? '').includes('json') ? answer.json() : answer.text();
  }

  /** The answer as it comes; undefined where the server says that there is no such thing. */
  async find(path) {
    const answer = await this.send('GET', path);
    return answer.ok ? answer.json() : undefined;
  }

  send(method, path, body, headers = {}) {
    const is_form = body instanceof FormData;
    return fetch(`${this.url}${/^\/hooks\/[a-z0-9]{26}$/.test(path) ? '' : '/api/v4'}${path}`, {
      method,
      headers: { 'x-requested-with': 'XMLHttpRequest', ...(this.token && { authorization: `Bearer ${this.token}` }), ...(body && !is_form && { 'content-type': 'application/json' }), ...headers },
      body: is_form ? body : body === undefined ? undefined : JSON.stringify(body),
    });
  }
}

/** Logs in; null where the server does not know this account or its password. */
export async function logIn(url, login_id, password) {
  const answer = await new Session(url).send('POST', '/users/login', { login_id, password });
  if (answer.status === 401 || answer.status === 400) return null;
  if (!answer.ok) throw new Error(`the log-in of ${login_id} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return new Session(url, await answer.json(), answer.headers.get('token'));
}

/** A form with one file. */
export function fileForm(field, name, bytes, type, fields = {}) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.append(key, value);
  form.append(field, new Blob([bytes], { type }), name);
  return form;
}
