import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Team } from '#identity/teams/wire/index.ts';
import { Avatar, classNames, IconButton, Menu, MenuItem, Tooltip, useT } from '#kernel/web/index.ts';
import { team_messages as m } from '../teams.messages.ts';
import { team_slots } from '../teams.slots.ts';
import { useCurrentTeam, useMyTeams } from '../teams.state.ts';
import styles from './TeamRail.module.css';

/** The person's teams as tiles. */
export function TeamRail(): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const teams = useMyTeams();
  const current_id = useCurrentTeam()?.id;
  return (
    <ul className={styles.rail}>
      {teams.map((team) => <li key={team.id}><TeamTile team={team} is_current={team.id === current_id} /></li>)}
      <li>
        <Menu side="right" trigger={<IconButton className={styles.add} tone="rail" tooltip_side="right" label={t(m.more)} icon={<Plus size={17} />} />}>
          <MenuItem on_select={() => void navigate('/select_team')}>{t(m.join)}</MenuItem>
          <MenuItem on_select={() => void navigate('/create_team')}>{t(m.create)}</MenuItem>
        </Menu>
      </li>
    </ul>
  );
}

function TeamTile({ team, is_current }: { team: Team; is_current: boolean }): ReactNode {
  return (
    <Tooltip label={team.display_name} side="right">
      <Link to={`/${team.name}`} className={classNames(styles.tile, is_current && styles.current)} aria-label={team.display_name} aria-current={is_current ? 'true' : undefined} draggable={false}>
        <Avatar className={styles.picture} name={team.display_name} seed={team.id} size={36} src={team.last_team_icon_update ? `/api/v4/teams/${team.id}/image?_=${team.last_team_icon_update}` : undefined} />
        {!is_current && <span className={styles.badge}>{team_slots.badge.all().map((Part, i) => <Part key={i} team_id={team.id} />)}</span>}
      </Link>
    </Tooltip>
  );
}
