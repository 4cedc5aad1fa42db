import { ArrowDown, ArrowUp, FolderPlus, Hash, MessageCirclePlus, Plus, Search } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { TeamHeading, useCurrentTeam } from '#identity/teams/web/index.ts';
import { IconButton, Menu, MenuItem, MenuSeparator, openDialog, Skeleton, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { BrowseChannelsDialog, CreateChannelDialog, NewDirectMessageDialog } from '#messaging/channels/web/index.ts';
import { sidebar_messages as m } from '../sidebar.messages.ts';
import { sidebar_slots } from '../sidebar.slots.ts';
import { useChannelKeys } from '../useChannelKeys.ts';
import { useHiddenUnread } from '../useHiddenUnread.ts';
import { useSidebar } from '../useSidebar.ts';
import { Category } from './Category.tsx';
import { CategoryDialog } from './CategoryDialog.tsx';
import styles from './Sidebar.module.css';

/** The channels of the team on the screen. */
export function Sidebar(): ReactNode {
  const team = useCurrentTeam();
  if (!team) return null;
  return (
    <>
      <div className={styles.head}>
        <TeamHeading team={team} />
        <AddMenu team_id={team.id} />
      </div>
      <Channels key={team.id} team_id={team.id} />
    </>
  );
}

function Channels({ team_id }: { team_id: Id }): ReactNode {
  const t = useT();
  const sidebar = useSidebar(team_id);
  const scroller = useRef<HTMLDivElement>(null);
  const hidden = useHiddenUnread(scroller, sidebar);
  useChannelKeys(sidebar);
  return (
    <div className={styles.body}>
      {hidden.above && <button type="button" className={styles.above} onClick={hidden.showAbove}><ArrowUp size={13} />{t(m.more_above)}</button>}
      <div className={styles.scroller} ref={scroller}>
        {sidebar_slots.top.all().map((Part, i) => <Part key={i} />)}
        {sidebar ? sidebar.map((one) => (one.category.type === 'favorites' && !one.rows.length ? null : <Category key={one.category.id} {...one} />)) : <SidebarSkeleton />}
      </div>
      {hidden.below && <button type="button" className={styles.below} onClick={hidden.showBelow}><ArrowDown size={13} />{t(m.more_below)}</button>}
    </div>
  );
}

function AddMenu({ team_id }: { team_id: Id }): ReactNode {
  const t = useT();
  return (
    <Menu align="end" trigger={<IconButton tone="rail" tooltip_side="bottom" label={t(m.add)} icon={<Plus size={17} />} />}>
      <MenuItem icon={<Search size={16} />} on_select={() => openDialog(<BrowseChannelsDialog team_id={team_id} />)}>{t(m.browse)}</MenuItem>
      <MenuItem icon={<Hash size={16} />} on_select={() => openDialog(<CreateChannelDialog team_id={team_id} />)}>{t(m.create)}</MenuItem>
      <MenuItem icon={<MessageCirclePlus size={16} />} on_select={() => openDialog(<NewDirectMessageDialog />)}>{t(m.direct)}</MenuItem>
      <MenuSeparator />
      <MenuItem icon={<FolderPlus size={16} />} on_select={() => openDialog(<CategoryDialog team_id={team_id} />)}>{t(m.new_category)}</MenuItem>
    </Menu>
  );
}

function SidebarSkeleton(): ReactNode {
  return (
    <div className={styles.skeleton}>
      {[120, 90, 150, 110, 80].map((width) => <Skeleton key={width} width={width} height={11} />)}
    </div>
  );
}
