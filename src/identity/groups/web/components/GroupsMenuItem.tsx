import { UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuItem, openDialog, useConfig, useT } from '#kernel/web/index.ts';
import { group_messages as m } from '../groups.messages.ts';
import { GroupsDialog } from './GroupsDialog.tsx';

/** The line of a team's menu that opens the groups. */
export function GroupsMenuItem(): ReactNode {
  const t = useT();
  if (useConfig('EnableCustomGroups') === 'false') return null;
  return <MenuItem icon={<UsersRound size={16} />} on_select={() => openDialog(<GroupsDialog />)}>{t(m.title)}</MenuItem>;
}
