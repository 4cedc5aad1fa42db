import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderStore, type FileStore } from './file-store.ts';
import { s3Store, type S3Options } from './s3-store.ts';

let folder: string;
let bucket: S3rver;
let options: S3Options;
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'muster-stores-'));
  bucket = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: path.join(folder, 's3'), configureBuckets: [{ name: 'muster', configs: [] }] });
  const { port } = (await bucket.run()) as AddressInfo;
  options = { access_key_id: 'S3RVER', secret_access_key: 'S3RVER', bucket: 'muster', path_prefix: 'of/ours/', region: 'us-east-1', endpoint: `127.0.0.1:${port}`, is_secure: false, is_encrypted: false, timeout_ms: 5_000 };
  stores['a folder'] = folderStore(path.join(folder, 'files'));
  stores['a bucket'] = await s3Store(options);
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['a folder', 'a bucket'])('%s', (name) => {
  test('keeps bytes, gives them whole or in part, moves and removes them', async () => {
    const store = stores[name]!;
    const bytes = Buffer.from('0123456789'.repeat(700_000)); // more than one part of an upload
    expect(await store.write('a/b/one file.bin', Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]))).toBe(bytes.length);
    expect(await store.size('a/b/one file.bin')).toBe(bytes.length);
    expect((await buffer(store.read('a/b/one file.bin'))).equals(bytes)).toBe(true);
    expect((await buffer(store.read('a/b/one file.bin', { start: 2, end: 5 }))).toString()).toBe('2345');
    await store.move('a/b/one file.bin', 'a/two.bin');
    expect(await store.size('a/b/one file.bin')).toBeUndefined();
    await store.write('a/three.bin', Readable.from(['x']));
    await store.write('a/c/four.bin', Readable.from(['x']));
    expect((await store.list('a')).map((file) => [file.name, file.size]).sort()).toEqual([['three.bin', 1], ['two.bin', bytes.length]]);
    expect((await store.list('a'))[0]!.modified_at).toBeGreaterThan(Date.now() - 600_000);
    await store.remove('a/three.bin');
    await store.remove('a/three.bin');
    await store.removeFolder('a');
    expect(await store.list('a')).toEqual([]);
    expect(await store.size('a/c/four.bin')).toBeUndefined();
  });

  test('keeps nothing of a file that broke off, and tells of one that is not there', async () => {
    const store = stores[name]!;
    const broken = Readable.from((function* () {
      yield Buffer.from('half');
      throw new Error('broke off');
    })());
    await expect(store.write('broken.bin', broken)).rejects.toThrow('broke off');
    expect(await store.size('broken.bin')).toBeUndefined();
    await expect(buffer(store.read('none.bin'))).rejects.toThrow(/ENOENT|key does not exist/i);
  });
});

test('a path leads out of neither', () => {
  for (const store of Object.values(stores)) expect(() => store.read('../secret')).toThrow('outside of the file store');
});
