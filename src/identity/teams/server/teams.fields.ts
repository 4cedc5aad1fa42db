import { z } from 'zod';
import { fields } from '#kernel/server/index.ts';

/** A text of a body; absent and null count as empty. Its length is checked with the whole team, for the protocol's error. */
export const looseText = () => fields.text(20_000).nullish().transform((text) => text ?? '');

/** A flag of a body; absent and null count as false. */
export const looseFlag = () => z.boolean().nullish().transform((flag) => flag ?? false);

/** A text or flag that is left as it is where the body does not name it. */
export const optionalText = () => fields.text(20_000).nullish().transform((text) => text ?? undefined);
export const optionalFlag = () => z.boolean().nullish().transform((flag) => flag ?? undefined);

export const teamIdInput = z.object({ team_id: fields.id() });
export const teamMemberInput = z.object({ team_id: fields.id(), user_id: fields.id() });
export const userIdInput = z.object({ user_id: fields.id() });
