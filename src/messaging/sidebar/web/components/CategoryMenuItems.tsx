import { ArrowDownUp, BellOff, CheckCheck, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { ConfirmDialog, MenuItem, MenuSeparator, openDialog, SubMenu, toast, useT } from '#kernel/web/index.ts';
import { markChannelsRead } from '#messaging/channels/web/index.ts';
import type { SidebarCategory, SidebarSorting } from '#messaging/sidebar/wire/index.ts';
import { deleteCategory, saveCategories } from '../sidebar.client.ts';
import { sidebar_messages as m } from '../sidebar.messages.ts';
import { CategoryDialog } from './CategoryDialog.tsx';

const sortings = [['alpha', m.sort_alpha], ['recent', m.sort_recent], ['manual', m.sort_manual]] as const;

export function CategoryMenuItems({ category, name }: { category: SidebarCategory; name: string }): ReactNode {
  const t = useT();
  const save = (change: Partial<SidebarCategory>): void => void saveCategories(category.team_id, [{ ...category, ...change }]);
  const sorting: SidebarSorting = category.sorting || 'alpha';
  const remove = (): void => {
    openDialog(<ConfirmDialog title={t(m.remove_title, { name })} text={t(m.remove_text)} action={t(m.remove)} run={() => deleteCategory(category)} />);
  };
  return (
    <>
      <MenuItem icon={<CheckCheck size={16} />} on_select={() => void markChannelsRead(category.channel_ids).catch(toast.failure)}>{t(m.mark_read)}</MenuItem>
      <SubMenu icon={<ArrowDownUp size={16} />} label={t(m.sort)}>
        {sortings.map(([value, label]) => <MenuItem key={value} is_checked={sorting === value} on_select={() => save({ sorting: value })}>{t(label)}</MenuItem>)}
      </SubMenu>
      <MenuItem icon={<BellOff size={16} />} on_select={() => save({ muted: !category.muted })}>{t(category.muted ? m.unmute : m.mute)}</MenuItem>
      <MenuSeparator />
      <MenuItem icon={<FolderPlus size={16} />} on_select={() => openDialog(<CategoryDialog team_id={category.team_id} />)}>{t(m.new_category)}</MenuItem>
      {category.type === 'custom' && (
        <>
          <MenuItem icon={<Pencil size={16} />} on_select={() => openDialog(<CategoryDialog team_id={category.team_id} category={category} />)}>{t(m.rename)}</MenuItem>
          <MenuItem tone="bad" icon={<Trash2 size={16} />} on_select={remove}>{t(m.remove)}</MenuItem>
        </>
      )}
    </>
  );
}
