import { z } from 'zod';
import { fields } from '#kernel/server/index.ts';
import { category_display_name_max } from '../wire/index.ts';

export const sidebarInput = z.object({ user_id: fields.id(), team_id: fields.id() });

const CATEGORY_ID = /^([a-zA-Z0-9]{26}|(favorites|channels|direct_messages)_[a-z0-9]{26}_[a-z0-9]{26})$/;

/** 26 letters and digits, or `<type>_<user>_<team>`. */
export const categoryId = () => z.string().regex(CATEGORY_ID);

const channelIds = () => z.array(fields.id()).max(10_000).nullish().transform((list) => [...new Set(list ?? [])]);

/** A category as a client writes it. */
export const categoryBody = z.object({
  id: z.string().nullish(),
  user_id: z.string().nullish(),
  team_id: z.string().nullish(),
  display_name: fields.text(category_display_name_max).nullish().transform((text) => text ?? ''),
  sorting: z.enum(['', 'manual', 'recent', 'alpha']).nullish().transform((sorting) => sorting ?? ''),
  muted: z.boolean().nullish().transform((flag) => flag ?? false),
  collapsed: z.boolean().nullish().transform((flag) => flag ?? false),
  channel_ids: channelIds(),
});

export type CategoryBody = z.output<typeof categoryBody>;
