import { defineWebFeature } from '#kernel/web/index.ts';

export { ReactionRow, type ReactionRowProps } from './components/ReactionRow/ReactionRow.tsx';
export { addReaction, removeReaction } from './reactions.client.ts';
export { reaction_messages } from './reactions.messages.ts';

export default defineWebFeature({ name: 'reactions' });
