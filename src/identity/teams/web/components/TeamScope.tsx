import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { setCurrentTeam, useMyTeams } from '../teams.state.ts';
import { rememberTeam } from '../last-team.ts';

/** Follows the address: its first part names the team whose channels show. Other pages keep the last team. */
export function TeamScope(): null {
  const { pathname } = useLocation();
  const teams = useMyTeams();
  const named = teams.find((team) => team.name === pathname.split('/')[1]);
  useEffect(() => {
    if (!named) return;
    setCurrentTeam(named.id);
    rememberTeam(named.id);
  }, [named]);
  return null;
}
