import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { useTeamByName } from '#identity/teams/web/index.ts';
import { NotFound } from '#kernel/web/index.ts';
import { channelPath } from '../channels.paths.ts';
import { channelsStore } from '../channels.state.ts';
import { homeChannel } from '../last-channel.ts';

/** A team's address without more leads to where the person was. */
export function TeamHome(): ReactNode {
  const { team: name } = useParams();
  const team = useTeamByName(name);
  // A team entered a moment ago gets its channels by events.
  const home = channelsStore(() => (team ? homeChannel(team.id) : undefined));
  if (!team) return <NotFound />;
  return home ? <Navigate to={channelPath(home)} replace /> : null;
}
