import { Webhook } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCan } from '#identity/roles/web/index.ts';
import { useMyTeamMember, useTeam } from '#identity/teams/web/index.ts';
import { useMe } from '#identity/users/web/index.ts';
import { goTo, MenuItem, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';

/** The line of a team's menu that opens its integrations, for those who may manage them. */
export function IntegrationsMenuItem({ team_id }: { team_id: Id }): ReactNode {
  const t = useT();
  const team = useTeam(team_id);
  const can_manage = useCan('manage_own_incoming_webhooks', [useMe().roles, useMyTeamMember(team_id)?.roles]);
  if (!team || !can_manage) return null;
  return <MenuItem icon={<Webhook size={16} />} on_select={() => goTo(`/${team.name}/integrations`)}>{t(m.integrations)}</MenuItem>;
}
