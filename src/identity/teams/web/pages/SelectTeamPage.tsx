import { Plus } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { useCan } from '#identity/roles/web/index.ts';
import { signOut } from '#identity/sessions/web/index.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { Avatar, BarePage, Button, ListRow, Skeleton, toast, useT } from '#kernel/web/index.ts';
import { homeTeam } from '../last-team.ts';
import { fetchOpenTeams, joinTeam } from '../teams.client.ts';
import { team_messages as m } from '../teams.messages.ts';
import { useMyTeams } from '../teams.state.ts';
import styles from './pages.module.css';

/** The open teams of the server, to join. */
export function SelectTeamPage(): ReactNode {
  const t = useT();
  const me = useMe();
  const mine = useMyTeams();
  const home = homeTeam();
  const can_create = useCan('create_team', [me.roles]);
  const teams = useOpenTeams();
  // An empty server: its first person makes the first team.
  if (teams?.length === 0 && mine.length === 0 && can_create) return <Navigate to="/create_team" replace />;
  const others = teams?.filter((team) => !mine.some((one) => one.id === team.id));
  return (
    <BarePage
      title={t(m.select_title)}
      text={others?.length === 0 ? t(can_create ? m.select_none : m.select_none_closed) : t(m.select_text)}
      foot={home ? <Link to={`/${home.name}`}>{t(m.back, { name: home.display_name })}</Link> : <button type="button" className={styles.link} onClick={() => void signOut()}>{t(m.log_out)}</button>}
    >
      <div className={styles.list}>
        {others ? others.map((team) => <TeamLine key={team.id} team={team} />) : [1, 2].map((i) => <Skeleton key={i} height={52} />)}
      </div>
      {can_create && <Button as_child><Link to="/create_team"><Plus size={15} />{t(m.create)}</Link></Button>}
    </BarePage>
  );
}

function TeamLine({ team }: { team: Team }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const [is_busy, setIsBusy] = useState(false);
  const join = (): void => {
    setIsBusy(true);
    joinTeam(team.id).then(() => navigate(`/${team.name}`), (error: unknown) => {
      toast.failure(error);
      setIsBusy(false);
    });
  };
  return (
    <ListRow
      start={<Avatar name={team.display_name} seed={team.id} size={36} />}
      title={team.display_name}
      text={team.description}
      end={<Button variant="primary" size="s" is_busy={is_busy} aria-label={`${t(m.select_join)}: ${team.display_name}`} onClick={join}>{t(m.select_join)}</Button>}
    />
  );
}

function useOpenTeams(): Team[] | undefined {
  const [teams, setTeams] = useState<Team[]>();
  useEffect(() => {
    fetchOpenTeams(0).then(setTeams, (error: unknown) => {
      toast.failure(error);
      setTeams([]);
    });
  }, []);
  return teams;
}
