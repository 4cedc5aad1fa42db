import { extensionPoint, type Ctx } from '#kernel/server/index.ts';
import type { Scheme } from '../wire/index.ts';

/** Awaited before a scheme ends: who follows it goes back to the built-in roles. */
export const beforeSchemeDeleted = extensionPoint<(ctx: Ctx, scheme: Scheme) => Promise<void>>('schemes.before-deleted');
