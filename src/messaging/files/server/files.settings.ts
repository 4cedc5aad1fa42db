import { setting } from '#kernel/server/index.ts';

/** Whether people may attach files at all. */
export const enableFileAttachments = setting({ key: 'FileSettings.EnableFileAttachments', default: true, summary: 'People may attach files to messages.', client: 'EnableFileAttachments' });

/** Largest file in bytes. */
export const maxFileSize = setting({ key: 'FileSettings.MaxFileSize', default: 104_857_600, min: 1, summary: 'Largest file that may be uploaded, in bytes.', client: 'MaxFileSize' });

/** Most pixels that an uploaded picture may have. */
export const maxImageResolution = setting({ key: 'FileSettings.MaxImageResolution', default: 33_177_600, min: 1, max: 268_000_000, summary: 'Most pixels (width times height) that an uploaded picture may have.' });

/** Whether files of messages can be given links that work without signing in. */
export const enablePublicLink = setting({ key: 'FileSettings.EnablePublicLink', default: true, summary: 'Files of messages can be given links that work without signing in.', client: 'EnablePublicLink' });

/** Signs public links. Made at the first start; a new one ends all links given out so far. */
export const publicLinkSalt = setting({ key: 'FileSettings.PublicLinkSalt', default: '', summary: 'Secret that signs public links to files. Changing it ends all links given out so far.', is_secret: true });

export const filesSettings = [enableFileAttachments, maxFileSize, maxImageResolution, enablePublicLink, publicLinkSalt];
