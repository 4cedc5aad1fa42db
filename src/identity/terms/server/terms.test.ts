import { afterAll, beforeAll, expect, test } from 'vitest';
import { nobody, signIn, signUp, type Client } from '#identity/users/testing.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import type { TermsOfService } from '../wire/index.ts';
import { enableTerms } from './terms.settings.ts';

let server: TestServer;
let admin: Client;
let ann: Client;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
});
afterAll(() => server?.close());

test('terms are written by administrators where they are switched on', async () => {
  expect((await admin.post('/api/v4/terms_of_service', { text: 'Be kind.' })).body.id).toBe('api.create_terms_of_service.custom_terms_of_service_disabled.app_error');
  await server.app.settings.set(enableTerms, true);
  expect((await ann.post('/api/v4/terms_of_service', { text: 'Be kind.' })).status).toBe(403);
  expect((await ann.get('/api/v4/terms_of_service')).status).toBe(404);
  expect((await admin.post('/api/v4/terms_of_service', { text: '' })).body.id).toBe('api.create_terms_of_service.empty_text.app_error');
  const terms = (await admin.post<TermsOfService>('/api/v4/terms_of_service', { text: 'Be kind.' })).body;
  expect((await admin.post<TermsOfService>('/api/v4/terms_of_service', { text: 'Be kind.' })).body.id).toBe(terms.id);
  expect((await ann.get('/api/v4/terms_of_service')).body).toEqual(terms);
  expect((await nobody(server).get('/api/v4/terms_of_service')).status).toBe(401);
});

test('a person accepts them once, and the own account says so', async () => {
  const { id } = (await ann.get<TermsOfService>('/api/v4/terms_of_service')).body;
  const path = '/api/v4/users/me/terms_of_service';
  expect((await ann.get(path)).status).toBe(404);
  expect((await ann.post(path, { termsOfServiceId: id, accepted: true })).body).toEqual({ status: 'OK' });
  expect((await ann.get(path)).body).toMatchObject({ user_id: ann.user.id, terms_of_service_id: id });
  expect((await ann.get('/api/v4/users/me')).body.terms_of_service_id).toBe(id);
  expect((await admin.get(`/api/v4/users/${ann.user.id}`)).body.terms_of_service_id).toBeUndefined();
  expect((await ann.post(path, { termsOfServiceId: 'x'.repeat(26), accepted: true })).status).toBe(404);
  await ann.post(path, { termsOfServiceId: id, accepted: false });
  expect((await ann.get(path)).status).toBe(404);
});
