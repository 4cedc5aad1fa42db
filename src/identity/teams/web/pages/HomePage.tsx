import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { homeTeam } from '../last-team.ts';

/** `/` leads to the last team, or to where one finds a team. */
export function HomePage(): ReactNode {
  const team = homeTeam();
  return <Navigate to={team ? `/${team.name}` : '/select_team'} replace />;
}
