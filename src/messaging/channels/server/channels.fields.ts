import { z } from 'zod';
import { fields } from '#kernel/server/index.ts';

/** A text of a body; absent and null count as empty. Its length is checked with the whole channel, for the protocol's error. */
export const looseText = () => fields.text(20_000).nullish().transform((text) => text ?? '');

/** A text that is left as it is where the body does not name it. */
export const optionalText = () => fields.text(20_000).nullish().transform((text) => text ?? undefined);

/** A flag of a body; absent and null count as false. */
export const looseFlag = () => z.boolean().nullish().transform((flag) => flag ?? false);

/** A list of ids as a body. */
export const ids = (max: number) => z.array(fields.id()).max(max);

export const bannerInfo = () => z.object({ enabled: z.boolean().optional(), text: fields.text(20_000).optional(), background_color: fields.text(64).optional() }).nullish();

export const channelInput = z.object({ channel_id: fields.id() });
export const memberInput = z.object({ channel_id: fields.id(), user_id: fields.id() });
export const pageOfTeam = z.object({ team_id: fields.id(), page: fields.page(), per_page: fields.perPage() });
