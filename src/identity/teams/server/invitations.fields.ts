import { z } from 'zod';
import { fields } from '#kernel/server/index.ts';

/** Addresses of one call. */
export const emails = z.array(fields.text(254)).min(1).max(1_000);
