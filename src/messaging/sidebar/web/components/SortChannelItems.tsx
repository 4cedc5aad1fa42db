import { FolderInput, FolderPlus, Star } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { MenuItem, MenuSeparator, openDialog, SubMenu, useT } from '#kernel/web/index.ts';
import type { Channel } from '#messaging/channels/wire/index.ts';
import { moveToCategory } from '../sidebar.client.ts';
import { categoryLabel, sidebar_messages as m } from '../sidebar.messages.ts';
import { isDirect } from '../sidebar.rules.ts';
import { sidebarStore, useCategoryOf } from '../sidebar.state.ts';
import { CategoryDialog } from './CategoryDialog.tsx';

/** Lines of a channel's menu that say where it stands in the sidebar. */
export function SortChannelItems({ channel }: { channel: Channel }): ReactNode {
  const t = useT();
  const team_id = useCurrentTeam()?.id ?? '';
  const sidebar = sidebarStore((state) => state.by_team[team_id]);
  const current = useCategoryOf(team_id, channel.id);
  if (!sidebar) return null;
  const home_type = isDirect(channel) ? 'direct_messages' : 'channels';
  const idOf = (type: string): string => sidebar.categories.find((one) => one.type === type)?.id ?? '';
  const is_favorite = current?.type === 'favorites';
  const move = (category_id: string): void => void moveToCategory(team_id, channel.id, category_id);
  const targets = sidebar.order.map((id) => sidebar.categories.find((one) => one.id === id)).filter((one) => one && (one.type === 'custom' || one.type === 'favorites' || one.type === home_type));
  return (
    <>
      <MenuItem icon={<Star size={16} fill={is_favorite ? 'currentColor' : 'none'} />} on_select={() => move(is_favorite ? idOf(home_type) : idOf('favorites'))}>{t(is_favorite ? m.unfavorite : m.favorite)}</MenuItem>
      <SubMenu icon={<FolderInput size={16} />} label={t(m.move)}>
        {targets.map((category) => {
          const label = categoryLabel(category!.type);
          return <MenuItem key={category!.id} is_checked={category!.id === (current?.id ?? idOf(home_type))} on_select={() => move(category!.id)}>{label ? t(label) : category!.display_name}</MenuItem>;
        })}
        <MenuSeparator />
        <MenuItem icon={<FolderPlus size={16} />} on_select={() => openDialog(<CategoryDialog team_id={team_id} channel_id={channel.id} />)}>{t(m.new_category)}</MenuItem>
      </SubMenu>
    </>
  );
}
