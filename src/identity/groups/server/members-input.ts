import { z } from 'zod';
import { fields, invalidBody } from '#kernel/server/index.ts';

/** How many people one call may bring into a group. */
export const MAX_MEMBERS = 10_000;

export const membersInput = z.object({ group_id: fields.id(), user_ids: z.array(z.string()).max(MAX_MEMBERS).nullish() });

/** The people that a body names, each once; an error if it names nobody. */
export function peopleOf(user_ids: readonly string[] | null | undefined): string[] {
  if (!user_ids?.length) throw invalidBody('addremove', 'Name the people in user_ids.');
  return [...new Set(user_ids)];
}
