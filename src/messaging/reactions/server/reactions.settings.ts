import { setting } from '#kernel/server/index.ts';

/** How many different emoji a post may collect. */
export const uniqueEmojiLimit = setting({ key: 'ServiceSettings.UniqueEmojiReactionLimitPerPost', default: 50, min: 0, max: 500, summary: 'How many different emoji one message may collect.', client: 'UniqueEmojiReactionLimitPerPost' });
