import { ChevronDown, Ellipsis, Plus } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames, IconButton, Menu, openDialog, useT } from '#kernel/web/index.ts';
import { BrowseChannelsDialog, NewDirectMessageDialog, useCurrentChannelId } from '#messaging/channels/web/index.ts';
import { saveCategories } from '../sidebar.client.ts';
import { categoryLabel, sidebar_messages as m } from '../sidebar.messages.ts';
import type { CategoryRows } from '../sidebar.rules.ts';
import styles from './Category.module.css';
import { CategoryMenuItems } from './CategoryMenuItems.tsx';
import { ChannelRow } from './ChannelRow.tsx';

/** A titled group of channels that folds away; folded it still shows what is new. */
export function Category({ category, rows }: CategoryRows): ReactNode {
  const t = useT();
  const heading_id = useId();
  const current_channel_id = useCurrentChannelId();
  const label = categoryLabel(category.type);
  const name = label ? t(label) : category.display_name;
  const fold = (): void => void saveCategories(category.team_id, [{ ...category, collapsed: !category.collapsed }]);
  return (
    <section aria-labelledby={heading_id}>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <button type="button" id={heading_id} className={styles.fold} aria-expanded={!category.collapsed} onClick={fold}>
            {name}
            <ChevronDown size={12} className={classNames(styles.chevron, category.collapsed && styles.folded)} />
          </button>
        </h2>
        {category.type === 'direct_messages' && <IconButton className={styles.tool} size="s" tone="rail" label={t(m.direct)} icon={<Plus size={15} />} onClick={() => openDialog(<NewDirectMessageDialog />)} />}
        {category.type === 'channels' && <IconButton className={styles.tool} size="s" tone="rail" label={t(m.browse)} icon={<Plus size={15} />} onClick={() => openDialog(<BrowseChannelsDialog team_id={category.team_id} />)} />}
        <Menu trigger={<IconButton className={styles.tool} size="s" tone="rail" label={t(m.category_menu, { name })} icon={<Ellipsis size={15} />} />}>
          <CategoryMenuItems category={category} name={name} />
        </Menu>
      </div>
      <ul aria-labelledby={heading_id}>
        {!rows.length && category.type === 'direct_messages' && !category.collapsed && (
          <li><button type="button" className={styles.first} onClick={() => openDialog(<NewDirectMessageDialog />)}><Plus size={15} />{t(m.direct)}</button></li>
        )}
        {rows.map((facts) => <ChannelRow key={facts.channel.id} facts={facts} is_current={facts.channel.id === current_channel_id} />)}
      </ul>
    </section>
  );
}
