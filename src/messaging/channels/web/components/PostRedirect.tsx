import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { myTeams } from '#identity/teams/web/index.ts';
import { NotFound } from '#kernel/web/index.ts';

/** Links made where the team was not known lead to the reader's own team. */
export function PostRedirect(): ReactNode {
  const { post_id = '' } = useParams();
  const [team] = myTeams();
  return team ? <Navigate to={`/${team.name}/pl/${post_id}`} replace /> : <NotFound />;
}
