import { answerOk, type Routes } from '#kernel/server/index.ts';
import { addReaction } from './actions/add-reaction.ts';
import { removeReaction } from './actions/remove-reaction.ts';
import { listReactionsOfPosts } from './queries/list-reactions-of-posts.ts';
import { listReactions } from './queries/list-reactions.ts';

export const reactionsRoutes: Routes = {
  'POST /api/v4/reactions': { action: addReaction, body: 'reaction' },
  'GET /api/v4/posts/:post_id/reactions': listReactions,
  'POST /api/v4/posts/ids/reactions': { action: listReactionsOfPosts, body: 'post_ids' },
  'DELETE /api/v4/users/:user_id/posts/:post_id/reactions/:emoji_name': { action: removeReaction, answer: answerOk },
};
