import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { features } from '#features';
import { signIn, signUp, type Client } from '#identity/users/testing.ts';
import { defineFeature } from '#kernel/server/index.ts';
import { startTestServer, TEST_ADMIN, type TestServer } from '#kernel/testing/server.ts';
import { jobTypes, type JobRun } from './feature.ts';

const JOBS = '/api/v4/jobs';
let behave: (run: JobRun) => Promise<Record<string, string> | void>;
const probe = defineFeature({
  name: 'probe', area: 'integrations', summary: 'A job for this test.',
  contributes: [jobTypes.add({ type: 'product_notices', run: (_ctx, run) => behave(run), download: async () => ({ name: 'a.zip', size: 5, bytes: Readable.from(['bytes']) }) })],
});

let server: TestServer;
let admin: Client;
let ann: Client;

beforeAll(async () => {
  server = await startTestServer({ features: [...features, probe] });
  admin = await signIn(server, TEST_ADMIN);
  ann = await signUp(server, 'ann');
});
afterAll(() => server?.close());

const start = async (data?: object) => {
  const answer = await admin.post(JOBS, { type: 'product_notices', data });
  expect(answer.status).toBe(201);
  return answer.body;
};
const until = (id: string, status: string) =>
  vi.waitFor(async () => {
    const { body } = await admin.get(`${JOBS}/${id}`);
    expect(body.status).toBe(status);
    return body;
  }, 10_000);

describe('a job', () => {
  test('is started, done and shown with what came of it', async () => {
    behave = async (run) => {
      await run.progress(50, { half: run.data['given']! });
      return { whole: 'yes' };
    };
    const job = await start({ given: 'this' });
    expect(job).toMatchObject({ type: 'product_notices', status: 'pending', progress: 0, start_at: 0, data: { given: 'this' } });
    const done = await until(job.id, 'success');
    expect(done).toMatchObject({ progress: 100, data: { given: 'this', half: 'this', whole: 'yes' } });
    expect(done.start_at).toBeGreaterThan(0);
    expect((await admin.get(`${JOBS}/${job.id}/download`)).body).toBe('bytes');
    expect((await admin.get(`${JOBS}/type/product_notices`)).body[0].id).toBe(job.id);
    expect((await admin.get(`${JOBS}?job_type=product_notices&status=success`)).body[0].id).toBe(job.id);
    expect((await admin.get(`${JOBS}?status=error`)).body).toEqual([]);
  });

  test('that fails says why, and can be done again', async () => {
    behave = () => Promise.reject(new Error('the disk is full'));
    const { id } = await start();
    expect(await until(id, 'error')).toMatchObject({ data: { error: 'the disk is full' } });
    expect(await admin.get(`${JOBS}/${id}/download`)).toMatchObject({ status: 400 });
    behave = async () => {};
    expect(await admin.call('PATCH', `${JOBS}/${id}/status`, { status: 'pending' })).toMatchObject({ status: 400, body: { id: 'api.job.status.invalid' } });
    expect(await admin.call('PATCH', `${JOBS}/${id}/status`, { status: 'pending', force: true })).toMatchObject({ status: 200 });
    await until(id, 'success');
    for (const status of ['success', 'nonsense', 7]) expect(await admin.call('PATCH', `${JOBS}/${id}/status`, { status, force: true })).toMatchObject({ status: 400 });
  });

  test('ends when somebody cancels it', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => (go = resolve));
    behave = async (run) => {
      await run.progress(10);
      await gate;
      await run.progress(20);
    };
    const { id } = await start();
    await until(id, 'in_progress');
    expect(await admin.post(`${JOBS}/${id}/cancel`)).toMatchObject({ status: 200 });
    go();
    expect(await until(id, 'canceled')).toMatchObject({ progress: 20 });
    expect(await admin.post(`${JOBS}/${id}/cancel`)).toMatchObject({ status: 400 });
  });

  test('counts the people who are active', async () => {
    const { body } = await admin.post(JOBS, { type: 'active_users' });
    expect((await until(body.id, 'success')).data).toEqual({ active_users: '2' });
  });

  test('is for those whose matter its type is', async () => {
    for (const [method, path] of [['GET', ''], ['GET', '/type/active_users'], ['GET', `/${'a'.repeat(26)}`], ['POST', `/${'a'.repeat(26)}/cancel`]] as const) expect(await ann.call(method, `${JOBS}${path}`)).toMatchObject({ status: 403 });
    expect(await ann.post(JOBS, { type: 'active_users' })).toMatchObject({ status: 403 });
    await admin.put(`/api/v4/users/${ann.user.id}/roles`, { roles: 'system_user system_read_only_admin' });
    const reader = await signIn(server, { email: 'ann@example.com', password: 'Test-Password-1' });
    expect(await reader.get(`${JOBS}/type/data_retention`)).toMatchObject({ status: 200, body: [] });
    expect(await reader.get(`${JOBS}/type/active_users`)).toMatchObject({ status: 403 });
    expect(await reader.post(JOBS, { type: 'active_users' })).toMatchObject({ status: 403 });
  });

  test('must be of a type that there is, with data that are texts', async () => {
    for (const body of [{}, { type: 'dance' }, { type: 'cloud' }, { type: 7 }, { type: 'active_users', data: { a: 1 } }, { type: 'active_users', data: 'x' }]) expect(await admin.post(JOBS, body)).toMatchObject({ status: 400 });
    expect(await admin.get(`${JOBS}/type/dance`)).toMatchObject({ status: 400 });
    expect(await admin.get(`${JOBS}/${'a'.repeat(26)}`)).toMatchObject({ status: 404 });
    expect(await admin.get(`${JOBS}?status=odd`)).toMatchObject({ status: 400 });
  });
});
