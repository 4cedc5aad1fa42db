import { answerOk, type Routes } from '#kernel/server/index.ts';
import { followThread } from './actions/follow-thread.ts';
import { markThreadUnread } from './actions/mark-thread-unread.ts';
import { readAllThreads } from './actions/read-all-threads.ts';
import { readThread } from './actions/read-thread.ts';
import { unfollowThread } from './actions/unfollow-thread.ts';
import { getThreadOfUser } from './queries/get-thread-of-user.ts';
import { listThreads } from './queries/list-threads.ts';

const THREADS = '/api/v4/users/:user_id/teams/:team_id/threads';

export const threadsRoutes: Routes = {
  [`GET ${THREADS}`]: listThreads,
  [`PUT ${THREADS}/read`]: { action: readAllThreads, answer: answerOk },
  [`GET ${THREADS}/:thread_id`]: getThreadOfUser,
  [`PUT ${THREADS}/:thread_id/following`]: { action: followThread, answer: answerOk },
  [`DELETE ${THREADS}/:thread_id/following`]: { action: unfollowThread, answer: answerOk },
  [`PUT ${THREADS}/:thread_id/read/:timestamp`]: readThread,
  [`POST ${THREADS}/:thread_id/set_unread/:post_id`]: markThreadUnread,
};
