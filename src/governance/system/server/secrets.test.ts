import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { openSocket, type TestSocket } from '#kernel/testing/socket.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';

let server: TestServer;
let admin: Client;
let ann: Client;
const secrets: string[] = [];
let sockets: TestSocket[] = [];

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
  await admin.put(`/api/v4/users/${ann.user.id}/roles`, { roles: 'system_user system_user_access_token' });
  const personal = (await ann.post('/api/v4/users/me/tokens', { description: 'ci' })).body.token as string;
  const mfa = (await ann.post('/api/v4/users/me/mfa/generate')).body.secret as string;
  const tokens = [admin.token, ann.token, personal];
  secrets.push('$argon2', mfa, ...tokens, ...tokens.map((token) => createHash('sha256').update(token).digest('hex')));
  sockets = await Promise.all([openSocket(server, ann.token), openSocket(server, admin.token)]);
});
afterAll(() => {
  for (const socket of sockets) socket.close();
  return server?.close();
});

test('no answer and no frame holds a password, a token or the hash of one, for anybody', async () => {
  const people = { me: 'me', ann: ann.user.id, admin: admin.user.id };
  const parts = ['', '/sessions', '/tokens', '/audits', '/preferences', '/status'];
  const paths = [
    ...Object.values(people).flatMap((id) => parts.map((part) => `/users/${id}${part}`)),
    '/users', '/users/known', '/users/autocomplete', '/users/username/ann', '/users/email/ann@example.com', '/users/tokens', '/audits', '/config', '/config/client', '/license/client', '/roles', '/limits/server',
  ];
  const heard: string[] = [];
  for (const person of [ann, admin]) {
    for (const path of paths) heard.push(JSON.stringify((await person.get(`/api/v4${path}`)).body));
    for (const [path, body] of [['/users/ids', [ann.user.id, admin.user.id]], ['/users/usernames', ['ann', 'admin']], ['/users/search', { term: 'a' }], ['/users/tokens/search', { term: 'ann' }]] as const) heard.push(JSON.stringify((await person.post(`/api/v4${path}`, body)).body));
    heard.push(JSON.stringify((await person.put('/api/v4/users/me/patch', { nickname: 'Nick' })).body));
    heard.push(JSON.stringify((await person.put(`/api/v4/users/${people.admin}/password`, { current_password: 'wrong', new_password: 'Wrong-Wrong-1' })).body));
  }
  await Promise.all(sockets.map((socket) => socket.untilEvent('user_updated')));
  heard.push(...sockets.map((socket) => JSON.stringify(socket.heard)));
  for (const text of heard) for (const secret of secrets) expect(text).not.toContain(secret);
  for (const text of heard) expect(text).not.toMatch(/"(password|password_hash|token_hash|mfa_secret|csrf)"/);
});
