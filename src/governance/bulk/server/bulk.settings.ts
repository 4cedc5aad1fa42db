import { setting } from '#kernel/server/index.ts';

export const linkLifetime = setting({ key: 'FileSettings.ExportAmazonS3PresignExpiresSeconds', default: 21_600, min: 1, max: 604_800, summary: 'For how many seconds a link to an export works, wherever the files are kept.' });
