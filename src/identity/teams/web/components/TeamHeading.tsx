import { ChevronDown, LogOut, Plus, Settings, UserPlus, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCan } from '#identity/roles/web/index.ts';
import type { Team } from '#identity/teams/wire/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { ConfirmDialog, goTo, Menu, MenuItem, MenuSeparator, openDialog, t as text, useT } from '#kernel/web/index.ts';
import { leaveTeam } from '../teams.client.ts';
import { team_messages as m } from '../teams.messages.ts';
import { team_slots } from '../teams.slots.ts';
import { useMyTeamMember } from '../teams.state.ts';
import { InviteDialog } from './InviteDialog.tsx';
import styles from './TeamHeading.module.css';
import { TeamSettingsDialog } from './TeamSettingsDialog.tsx';

/** The team's name over its channels, with the menu of the team. */
export function TeamHeading({ team }: { team: Team }): ReactNode {
  const t = useT();
  const navigate = useNavigate();
  const me = useMe();
  const member = useMyTeamMember(team.id);
  const can_invite = useCan('invite_user', [me.roles, member?.roles]);
  const can_manage = useCan('manage_team', [me.roles, member?.roles]);
  return (
    <Menu trigger={<button type="button" className={styles.heading} aria-label={t(m.menu, { name: team.display_name })}><span className={styles.name}>{team.display_name}</span><ChevronDown size={14} /></button>}>
      {can_invite && <MenuItem icon={<UserPlus size={16} />} on_select={() => openDialog(<InviteDialog team_id={team.id} />)}>{t(m.invite)}</MenuItem>}
      {can_manage && <MenuItem icon={<Settings size={16} />} on_select={() => openDialog(<TeamSettingsDialog team={team} />)}>{t(m.settings)}</MenuItem>}
      {team_slots.menu.all().map((Part, i) => <Part key={i} team_id={team.id} />)}
      <MenuSeparator />
      <MenuItem icon={<Users size={16} />} on_select={() => void navigate('/select_team')}>{t(m.join)}</MenuItem>
      <MenuItem icon={<Plus size={16} />} on_select={() => void navigate('/create_team')}>{t(m.create)}</MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut size={16} />} on_select={() => askToLeave(team)}>{t(m.leave)}</MenuItem>
    </Menu>
  );
}

function askToLeave(team: Team): void {
  const leave = async (): Promise<void> => {
    await leaveTeam(team.id);
    goTo('/');
  };
  openDialog(<ConfirmDialog title={text(m.leave_title, { name: team.display_name })} text={text(m.leave_text)} action={text(m.leave)} run={leave} />);
}
