import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Settings } from '../settings.ts';
import { isReachable, parseAllowance } from './guard.ts';
import { callOutside, type OutsideRequest } from './outbound.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close(() => {}).closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function call(request: OutsideRequest, allowed = '127.0.0.1'): ReturnType<typeof callOutside> {
  return callOutside({ settings: { get: () => allowed } as unknown as Settings }, request);
}

describe('private addresses', () => {
  test.each(['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'fc00::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '::7f00:1', '64:ff9b::a00:1', '2002:7f00:1::', '2001:db8::1', 'fe80::1%eth0'])('%s is private', (address) => {
    expect(isReachable(address, parseAllowance(''))).toBe(false);
  });
  test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '64:ff9b::808:808', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isReachable(address, parseAllowance(''))).toBe(true);
  });
  test('an administrator allows addresses, networks and names', () => {
    const allowance = parseAllowance('10.1.0.0/16, 192.168.0.7\n[fd00::]/8 fd00::/8 Grafana.internal 10.2.0.0/99');
    expect(['10.1.200.3', '::ffff:10.1.0.1', '192.168.0.7', 'fd12::1'].map((a) => isReachable(a, allowance))).toEqual([true, true, true, true]);
    expect(['10.2.0.1', '192.168.0.8'].map((a) => isReachable(a, allowance))).toEqual([false, false]);
    expect(allowance.names.has('grafana.internal')).toBe(true);
  });
  test.each(['http://127.0.0.1:1/', 'http://2130706433/', 'http://0x7f.1/', 'http://localhost:1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://169.254.169.254/latest'])('%s is not called', async (url) => {
    await expect(call({ url }, '')).rejects.toMatchObject({ id: 'outbound.address.forbidden', status: 400 });
  });
  test('a redirect does not lead there either', async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: 'http://[::1]:1/' }).end());
    await expect(call({ url })).rejects.toMatchObject({ id: 'outbound.address.forbidden' });
  });
  test('a name that is allowed is called wherever it points', async () => {
    const url = await serve((_request, response) => response.end('here'));
    expect((await call({ url: url.replace('127.0.0.1', 'localhost') }, 'localhost')).body.toString()).toBe('here');
  });
  test('an address that an administrator set is called', async () => {
    const url = await serve((_request, response) => response.end('here'));
    expect((await call({ url, is_trusted: true }, '')).body.toString()).toBe('here');
  });
});

describe('an answer', () => {
  test('is unpacked and comes with its status and headers', async () => {
    const url = await serve((request, response) => response.writeHead(404, { 'content-encoding': 'gzip', 'x-method': request.method }).end(gzipSync('gone')));
    const answer = await call({ url, method: 'POST', body: 'x' });
    expect({ ...answer, body: answer.body.toString(), headers: answer.headers['x-method'] }).toEqual({ status: 404, body: 'gone', headers: 'POST', url: `${url}/` });
  });
  test('that is larger than allowed when unpacked is refused, or cut if that is asked for', async () => {
    const url = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000, 'a'))));
    await expect(call({ url, size_limit: 1000 })).rejects.toMatchObject({ id: 'outbound.too-large', status: 502 });
    expect((await call({ url, size_limit: 1000, cuts_large: true })).body.length).toBe(1000);
  });
  test('that does not end is not waited for', async () => {
    const url = await serve((_request, response) => void response.writeHead(200).write('a'));
    await expect(call({ url, time_limit_ms: 100 })).rejects.toMatchObject({ id: 'outbound.timeout', status: 504 });
  });
  test('that never comes is told as one', async () => {
    const url = await serve((_request, response) => response.destroy());
    await expect(call({ url })).rejects.toMatchObject({ id: 'outbound.failed', status: 502 });
  });
});

describe('redirects', () => {
  test('are followed a few times', async () => {
    const url = await serve((request, response) => (request.url === '/end' ? response.end(request.method) : response.writeHead(303, { location: '/end' }).end()));
    expect(await call({ url, method: 'POST', body: 'x' })).toMatchObject({ status: 200, url: `${url}/end`, body: Buffer.from('GET') });
  });
  test('that never end are given up', async () => {
    const url = await serve((_request, response) => response.writeHead(301, { location: '/' }).end());
    await expect(call({ url })).rejects.toMatchObject({ id: 'outbound.redirects' });
  });
  test('to another host leave the secrets of the first behind', async () => {
    const other = await serve((request, response) => response.end(JSON.stringify([request.headers.authorization ?? null, request.headers['x-kept']])));
    const url = await serve((_request, response) => response.writeHead(307, { location: other }).end());
    expect((await call({ url, headers: { Authorization: 'secret', 'x-kept': 'yes' } })).body.toString()).toBe('[null,"yes"]');
  });
  test('to another protocol are refused', async () => {
    const url = await serve((_request, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end());
    await expect(call({ url })).rejects.toMatchObject({ id: 'outbound.address.invalid' });
  });
});
