import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { common_messages } from '../components/common.messages.ts';
import { PanelFrame } from '../components/PanelFrame.tsx';
import { useT } from '../i18n/i18n.ts';
import { registeredFeatures } from '../state/catalogue.state.ts';
import { usePanel } from '../state/panel.state.ts';
import { PageBoundary } from './PageBoundary.tsx';
import { shell_messages as m } from './shell.messages.ts';
import styles from './SidePanel.module.css';

/** The page on top of the panel's stack. */
export function SidePanel(): ReactNode {
  const t = useT();
  const entry = usePanel();
  const aside = useRef<HTMLElement>(null);
  const returns_to = useRef<Element | null>(null);
  const is_open = entry !== undefined;
  // Keyboard users come back to where they opened it.
  useEffect(() => {
    if (!is_open) return undefined;
    returns_to.current = document.activeElement;
    return () => {
      if (returns_to.current instanceof HTMLElement && returns_to.current.isConnected) returns_to.current.focus();
    };
  }, [is_open]);
  const Page = entry && registeredFeatures().find((feature) => feature.panels?.[entry.kind])?.panels?.[entry.kind];
  if (!entry || !Page) return null;
  return (
    <aside ref={aside} className={styles.panel} aria-label={t(m.side_panel)}>
      <PageBoundary>
        <Suspense fallback={<PanelFrame title={t(common_messages.loading)}>{null}</PanelFrame>}><Page entry={entry} /></Suspense>
      </PageBoundary>
    </aside>
  );
}
