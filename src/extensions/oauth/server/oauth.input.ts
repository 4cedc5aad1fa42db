import { z } from 'zod';

const text = () => z.string().nullish().transform((value) => value?.trim() ?? '');

/** What people fill in about an app. */
export const appFields = {
  name: text(),
  description: text(),
  icon_url: text(),
  callback_urls: z.array(z.string().transform((url) => url.trim())).nullish().transform((urls) => urls ?? []),
  homepage: text(),
  is_trusted: z.boolean().nullish().transform((value) => value === true),
};
