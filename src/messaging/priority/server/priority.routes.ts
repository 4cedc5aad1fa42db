import { answerOk, type Routes } from '#kernel/server/index.ts';
import { acknowledgePost } from './actions/acknowledge-post.ts';
import { revokeAcknowledgement } from './actions/revoke-acknowledgement.ts';

export const priorityRoutes: Routes = {
  'POST /api/v4/users/:user_id/posts/:post_id/ack': acknowledgePost,
  'DELETE /api/v4/users/:user_id/posts/:post_id/ack': { action: revokeAcknowledgement, answer: answerOk },
};
