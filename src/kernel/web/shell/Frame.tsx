import { useEffect, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useT } from '../i18n/i18n.ts';
import { usePanel } from '../state/panel.state.ts';
import { frameStore } from './frame.state.ts';
import { Header } from './Header.tsx';
import { PageBoundary } from './PageBoundary.tsx';
import { SidePanel } from './SidePanel.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { shell_messages as m } from './shell.messages.ts';
import { shell_slots } from './slots.ts';
import { useFrameShortcuts } from './useFrameShortcuts.ts';
import { usePanelInUrl } from './usePanelInUrl.ts';
import styles from './Frame.module.css';

/** Header, rail, sidebar, the page of the address and the side panel. On a phone one of them at a time. */
export function Frame(): ReactNode {
  const t = useT();
  const { pathname } = useLocation();
  const has_panel = usePanel() !== undefined;
  const is_sidebar_open = frameStore((state) => state.is_sidebar_open);
  useFrameShortcuts();
  usePanelInUrl();
  useEffect(() => frameStore.setState({ is_sidebar_open: false }), [pathname]);
  return (
    <div className={styles.frame} data-panel={has_panel || undefined} data-sidebar={is_sidebar_open || undefined}>
      <a className={styles.skip} href="#page">{t(m.skip)}</a>
      <Header />
      <nav className={styles.rail} aria-label={t(m.rail)}>{shell_slots.rail.all().map((Part, i) => <Part key={i} />)}</nav>
      <nav className={styles.sidebar} aria-label={t(m.navigation)}>{shell_slots.sidebar.all().map((Part, i) => <Part key={i} />)}</nav>
      <div className={styles.scrim} onClick={() => frameStore.setState({ is_sidebar_open: false })} aria-hidden="true" />
      <div className={styles.middle}>
        <ConnectionBanner />
        {shell_slots.banner.all().map((Part, i) => <Part key={i} />)}
        <main id="page" className={styles.page} tabIndex={-1}>
          <PageBoundary><Outlet /></PageBoundary>
        </main>
      </div>
      <SidePanel />
      {shell_slots.background.all().map((Part, i) => <Part key={i} />)}
    </div>
  );
}
