import { route, type HttpReply, type Routes } from '#kernel/server/index.ts';
import { searchFilesInTeam } from './queries/search-files-in-team.ts';
import { searchFiles } from './queries/search-files.ts';
import { searchPostsInTeam } from './queries/search-posts-in-team.ts';
import { searchPosts } from './queries/search-posts.ts';

const uncached = <O>(result: O, reply: HttpReply): O => {
  reply.header('cache-control', 'no-cache, no-store, must-revalidate');
  return result;
};

export const searchRoutes: Routes = {
  'POST /api/v4/posts/search': route({ action: searchPosts, answer: uncached }),
  'POST /api/v4/teams/:team_id/posts/search': route({ action: searchPostsInTeam, answer: uncached }),
  'POST /api/v4/files/search': route({ action: searchFiles, answer: uncached }),
  'POST /api/v4/teams/:team_id/files/search': route({ action: searchFilesInTeam, answer: uncached }),
};
