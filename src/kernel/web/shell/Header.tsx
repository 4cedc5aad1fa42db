import { Menu as MenuIcon, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { IconButton } from '../components/IconButton.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { useT } from '../i18n/i18n.ts';
import { useConfig } from '../state/config.state.ts';
import { frameStore } from './frame.state.ts';
import styles from './Header.module.css';
import { Logo } from './Logo.tsx';
import { openPalette } from './palette/open-palette.tsx';
import { shell_messages as m } from './shell.messages.ts';
import { shell_slots } from './slots.ts';

const DEFAULT_NAME = 'Muster';

export function Header(): ReactNode {
  const t = useT();
  const site_name = useConfig('SiteName');
  const toggleSidebar = () => frameStore.setState(({ is_sidebar_open }) => ({ is_sidebar_open: !is_sidebar_open }));
  return (
    <header className={styles.header} aria-label={t(m.header)}>
      <IconButton className={styles.burger} tone="rail" label={t(m.menu)} tooltip_side="bottom" icon={<MenuIcon size={18} />} onClick={toggleSidebar} />
      <Link to="/" className={styles.brand} aria-label={site_name || DEFAULT_NAME}><Logo /><span className={styles.name}>{site_name || DEFAULT_NAME}</span></Link>
      <button type="button" className={styles.search} onClick={openPalette}>
        <Search size={15} aria-hidden="true" />
        <span className={styles.search_text}>{t(m.search)}</span>
        <Kbd keys="Mod+K" />
      </button>
      <div className={styles.end}>{[...shell_slots.header_end.all(), ...shell_slots.account.all()].map((Part, i) => <Part key={i} />)}</div>
    </header>
  );
}
