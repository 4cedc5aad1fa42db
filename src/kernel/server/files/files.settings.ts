import type { Settings } from '../settings.ts';
import { setting } from '../settings.ts';
import type { S3Options } from './s3-store.ts';

export const driverName = setting({ key: 'FileSettings.DriverName', default: 'local', choices: ['local', 'amazons3'], summary: 'Where files are kept: in the data folder (local), or in a bucket that speaks S3 (amazons3). Takes effect at the next start; files are not moved.' });
export const s3AccessKeyId = setting({ key: 'FileSettings.AmazonS3AccessKeyId', default: '', summary: 'Id of the key for the bucket. Empty: what the environment of the process grants.' });
export const s3SecretAccessKey = setting({ key: 'FileSettings.AmazonS3SecretAccessKey', default: '', summary: 'The secret of that key.', is_secret: true });
export const s3Bucket = setting({ key: 'FileSettings.AmazonS3Bucket', default: '', summary: 'Name of the bucket.' });
export const s3PathPrefix = setting({ key: 'FileSettings.AmazonS3PathPrefix', default: '', summary: 'What the names of all files in the bucket begin with.' });
export const s3Region = setting({ key: 'FileSettings.AmazonS3Region', default: '', summary: 'Region of the bucket. Empty: us-east-1.' });
export const s3Endpoint = setting({ key: 'FileSettings.AmazonS3Endpoint', default: 's3.amazonaws.com', summary: 'Host of the store, with its port if it is an unusual one.' });
export const s3Ssl = setting({ key: 'FileSettings.AmazonS3SSL', default: true, summary: 'The store is reached by HTTPS.' });
export const s3Sse = setting({ key: 'FileSettings.AmazonS3SSE', default: false, summary: 'The store encrypts what it keeps.' });
export const s3Timeout = setting({ key: 'FileSettings.AmazonS3RequestTimeoutMilliseconds', default: 30_000, min: 1_000, summary: 'Milliseconds that the store may take to begin its answer.' });

/** Settings of the file store, whatever the features keep in it. */
export const fileSettings = [driverName, s3AccessKeyId, s3SecretAccessKey, s3Bucket, s3PathPrefix, s3Region, s3Endpoint, s3Ssl, s3Sse, s3Timeout];

/** The bucket of the settings. */
export function s3OptionsOf(settings: Settings): S3Options {
  return {
    access_key_id: settings.get(s3AccessKeyId),
    secret_access_key: settings.get(s3SecretAccessKey),
    bucket: settings.get(s3Bucket),
    path_prefix: settings.get(s3PathPrefix),
    region: settings.get(s3Region) || 'us-east-1',
    endpoint: settings.get(s3Endpoint),
    is_secure: settings.get(s3Ssl),
    is_encrypted: settings.get(s3Sse),
    timeout_ms: settings.get(s3Timeout),
  };
}
