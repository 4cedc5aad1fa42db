import { Readable } from 'node:stream';
import { z } from 'zod';
import { action, s3OptionsOf, s3Store, userError, type S3Options, type Settings } from '#kernel/server/index.ts';
import { inSystem } from '#identity/roles/server/feature.ts';

const PROBE = 'probe/of-the-settings.txt';
const text = () => z.string().nullish();

const fileSettings = z.object({ AmazonS3AccessKeyId: text(), AmazonS3SecretAccessKey: text(), AmazonS3Bucket: text(), AmazonS3PathPrefix: text(), AmazonS3Region: text(), AmazonS3Endpoint: text(), AmazonS3SSL: z.boolean().nullish() });

export const testFileStore = action({
  name: 'test-file-store',
  summary: 'Writes to a bucket and removes what was written, with the settings given or those in force.',
  input: z.object({ FileSettings: fileSettings.nullish() }),
  permission: inSystem('test_s3'),
  run: async (ctx, { FileSettings }) => {
    const options = optionsOf(ctx.settings, FileSettings ?? {});
    if (!options.bucket) throw userError('api.admin.test_s3.missing_s3_bucket', 'Give the name of the bucket (FileSettings.AmazonS3Bucket) first.');
    try {
      const store = await s3Store(options);
      await store.write(PROBE, Readable.from(['a probe']));
      await store.remove(PROBE);
    } catch (error) {
      throw userError('api.file.test_connection_s3_auth.app_error', `The store at ${options.endpoint} did not take a file: ${(error as Error).message}`);
    }
  },
});

// The kept secret goes only to the store that it was kept for.
function optionsOf(settings: Settings, given: z.output<typeof fileSettings>): S3Options {
  const kept = s3OptionsOf(settings);
  const secret = given.AmazonS3SecretAccessKey;
  const is_typed = secret !== null && secret !== undefined && !/^\*+$/.test(secret);
  const options = {
    ...kept,
    access_key_id: given.AmazonS3AccessKeyId ?? kept.access_key_id,
    secret_access_key: is_typed ? secret : kept.secret_access_key,
    bucket: given.AmazonS3Bucket ?? kept.bucket,
    path_prefix: given.AmazonS3PathPrefix ?? kept.path_prefix,
    region: given.AmazonS3Region || kept.region,
    endpoint: given.AmazonS3Endpoint || kept.endpoint,
    is_secure: given.AmazonS3SSL ?? kept.is_secure,
  };
  if (!is_typed && (options.endpoint !== kept.endpoint || options.access_key_id !== kept.access_key_id)) throw userError('api.admin.test_s3.reenter_secret', 'The store or the key has changed: type its secret again.');
  return options;
}
