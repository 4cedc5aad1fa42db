import { defineEvent, framesOf } from '#kernel/server/index.ts';
import { toChannel } from '#messaging/channels/server/feature.ts';
import type { Reaction } from '../wire/index.ts';

/** Somebody reacted to a post. */
export const reactionAdded = defineEvent<Reaction>('reaction.added');
/** Somebody took a reaction back. */
export const reactionRemoved = defineEvent<Reaction>('reaction.removed');

export const reactionsFrames = [
  framesOf(reactionAdded, (reaction) => ({ event: 'reaction_added', data: { reaction: JSON.stringify(reaction) }, ...toChannel(reaction.channel_id) })),
  // The protocol tells of a removed reaction only what it was, not when and where it was made.
  framesOf(reactionRemoved, (reaction) => ({ event: 'reaction_removed', data: { reaction: JSON.stringify({ ...reaction, create_at: 0, channel_id: '' }) }, ...toChannel(reaction.channel_id) })),
];
