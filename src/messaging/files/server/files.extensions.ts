import { extensionPoint, type App } from '#kernel/server/index.ts';

/** Which of these files wait for a message that is still to come, such as a draft: they are kept although no message carries them. */
export const waitingFiles = extensionPoint<(app: App, file_ids: readonly string[]) => Promise<readonly string[]>>('files.waiting');
