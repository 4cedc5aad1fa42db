import type { Feature } from '#kernel/server/index.ts';

/** The catalogue: every feature of the product, in the order in which they start. One import and one line for each. */
export const features: Feature[] = [];
