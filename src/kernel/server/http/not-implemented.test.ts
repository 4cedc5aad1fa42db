import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cloneDatabase, type TestDatabase } from '#kernel/testing/database.ts';
import { anyone, query } from '../action.ts';
import { authenticator } from '../app.ts';
import { NOBODY } from '../context.ts';
import { defineFeature } from '../feature.ts';
import { startServer, type RunningServer } from '../start.ts';

const getNote = query({ name: 'get-note', summary: 'Get a note.', input: z.object({ note_id: z.string() }), permission: anyone('a test'), run: (_ctx, { note_id }) => ({ id: note_id }) });
const notes = defineFeature({
  name: 'notes',
  area: 'identity',
  summary: 'Notes.',
  routes: { 'GET /api/v4/notes/:note_id': getNote },
  contributes: [authenticator.add(async (_app, { headers }) => (headers.authorization === 'Bearer known' ? { ...NOBODY, user_id: 'someone' } : null))],
});

describe('a route of the protocol that no feature serves', () => {
  let server: RunningServer;
  let database: TestDatabase;
  let data_dir: string;
  const ask = (method: string, route: string, token = 'known') => fetch(`http://127.0.0.1:${server.port}${route}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: method === 'POST' ? '{"title":"x"}' : undefined });

  beforeAll(async () => {
    database = await cloneDatabase();
    data_dir = await mkdtemp(path.join(tmpdir(), 'muster-unserved-'));
    const protocol_routes = ['GET /api/v4/notes/:id', 'DELETE /api/v4/notes/:note_id', 'GET /api/v4/notes/stats', 'POST /api/v4/songs', 'HEAD /api/v4/songs/:song_id', 'GET /oauth/authorize'];
    server = await startServer({ features: [notes], database: database.connection, data_dir, host: '127.0.0.1', port: 0, site_url: '', log_level: 'silent', migrations_dir: path.resolve('src'), protocol_routes });
  });

  afterAll(async () => {
    await server.close();
    await database.drop();
    await rm(data_dir, { recursive: true });
  });

  it('answers 501 in the form of the protocol and says which it is', async () => {
    const answer = await ask('POST', '/api/v4/songs');
    expect(answer.status).toBe(501);
    expect(await answer.json()).toMatchObject({ id: 'api.not_implemented.app_error', message: 'POST /api/v4/songs is not there yet.', status_code: 501 });
  });

  it('does so for another method of a served path, and for a fixed word where a parameter is served', async () => {
    expect((await ask('DELETE', '/api/v4/notes/1')).status).toBe(501);
    expect((await ask('GET', '/api/v4/notes/stats')).status).toBe(501);
    expect(await (await ask('GET', `/api/v4/notes/${'a'.repeat(26)}`)).json()).toEqual({ id: 'a'.repeat(26) });
  });

  it('answers 404 to whoever is not signed in, as every unknown address does', async () => {
    expect((await ask('POST', '/api/v4/songs', 'unknown')).status).toBe(404);
    expect((await ask('POST', '/api/v4/dances')).status).toBe(404);
  });

  it('answers 501 to everybody on the ways to log in, where nobody has a session yet', async () => {
    expect((await ask('GET', '/oauth/authorize', 'unknown')).status).toBe(501);
  });
});
