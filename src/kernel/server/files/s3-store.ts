import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import type { FileStore } from './file-store.ts';

/** A bucket that speaks S3. */
export interface S3Options {
  /** '' takes what the environment of the process grants. */
  readonly access_key_id: string;
  readonly secret_access_key: string;
  readonly bucket: string;
  readonly path_prefix: string;
  readonly region: string;
  /** Host, with port if it is an unusual one. */
  readonly endpoint: string;
  readonly is_secure: boolean;
  readonly is_encrypted: boolean;
  readonly timeout_ms: number;
}

/** A store in a bucket. The library for it is loaded here and nowhere else: a server with a folder does without. */
export async function s3Store(options: S3Options): Promise<FileStore> {
  const sdk = await import('@aws-sdk/client-s3');
  const { Upload } = await import('@aws-sdk/lib-storage');
  const client = new sdk.S3Client(clientOptions(options));
  const prefix = options.path_prefix.replace(/^\/+|\/+$/g, '');
  const Bucket = options.bucket;
  const keyOf = (file_path: string): string => {
    if (file_path.split('/').includes('..')) throw new Error(`path outside of the file store: ${file_path}`);
    return prefix ? `${prefix}/${file_path}` : file_path;
  };
  const encryption = options.is_encrypted ? ({ ServerSideEncryption: 'AES256' } as const) : {};
  const size = async (file_path: string) => {
    try {
      return (await client.send(new sdk.HeadObjectCommand({ Bucket, Key: keyOf(file_path) }))).ContentLength;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  const remove = async (file_path: string) => void (await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: keyOf(file_path) })));
  return {
    write: async (file_path, bytes) => {
      // In parts, so that nothing is held in memory and the object is there whole or not at all.
      await new Upload({ client, params: { Bucket, Key: keyOf(file_path), Body: bytes, ...encryption } }).done();
      return (await size(file_path)) ?? 0;
    },
    read: (file_path, range) => {
      const Key = keyOf(file_path);
      const out = new PassThrough();
      void (async () => {
        const found = await client.send(new sdk.GetObjectCommand({ Bucket, Key, ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) }));
        await pipeline(found.Body as Readable, out);
      })().catch((error: Error) => out.destroy(error));
      return out;
    },
    size,
    list: async (folder_path) => {
      const Prefix = `${keyOf(folder_path)}/`;
      const found = await listAll(client, sdk, Bucket, Prefix, '/');
      return found.map((object) => ({ name: object.key.slice(Prefix.length), size: object.size, modified_at: object.modified_at }));
    },
    move: async (from, to) => {
      await client.send(new sdk.CopyObjectCommand({ Bucket, CopySource: encodeURI(`${Bucket}/${keyOf(from)}`), Key: keyOf(to), ...encryption }));
      await remove(from);
    },
    remove,
    removeFolder: async (folder_path) => {
      const found = await listAll(client, sdk, Bucket, `${keyOf(folder_path)}/`);
      for (const { key } of found) await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: key }));
    },
  };
}

function clientOptions({ endpoint, is_secure, region, access_key_id, secret_access_key, timeout_ms }: S3Options) {
  return {
    endpoint: `${is_secure ? 'https' : 'http'}://${endpoint}`,
    region,
    forcePathStyle: !endpoint.endsWith('amazonaws.com'),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: timeout_ms, requestTimeout: timeout_ms },
    // Many stores of this protocol do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED' as const,
    responseChecksumValidation: 'WHEN_REQUIRED' as const,
    ...(access_key_id ? { credentials: { accessKeyId: access_key_id, secretAccessKey: secret_access_key } } : {}),
  };
}

async function listAll(client: S3Client, sdk: typeof import('@aws-sdk/client-s3'), Bucket: string, Prefix: string, Delimiter?: string): Promise<{ key: string; size: number; modified_at: number }[]> {
  const found: { key: string; size: number; modified_at: number }[] = [];
  for (let token: string | undefined; ; ) {
    const page = await client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix, Delimiter, ContinuationToken: token }));
    for (const object of page.Contents ?? []) if (object.Key) found.push({ key: object.Key, size: object.Size ?? 0, modified_at: object.LastModified?.getTime() ?? 0 });
    token = page.NextContinuationToken;
    if (!token) return found;
  }
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return name === 'NotFound' || name === 'NoSuchKey' || $metadata?.httpStatusCode === 404;
}
