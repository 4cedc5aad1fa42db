import type { Readable } from 'node:stream';
import { extensionPoint, type Ctx } from '#kernel/server/index.ts';
import type { SessionRow } from './uploads.store.ts';

/** Takes a whole file of the type `import`; the feature that imports fills it. */
export const takeImport = extensionPoint<(ctx: Ctx, session: SessionRow, bytes: Readable) => Promise<void>>('uploads.take-import');
