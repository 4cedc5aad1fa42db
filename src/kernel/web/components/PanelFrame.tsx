import { ArrowLeft, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../i18n/i18n.ts';
import { panel, panelStore } from '../state/panel.state.ts';
import { common_messages } from './common.messages.ts';
import { IconButton } from './IconButton.tsx';
import styles from './PanelFrame.module.css';

export type PanelFrameProps = { title: ReactNode; subtitle?: ReactNode; actions?: ReactNode; children: ReactNode };

/** Bar and body of one page of the right-hand panel. */
export function PanelFrame({ title, subtitle, actions, children }: PanelFrameProps): ReactNode {
  const t = useT();
  const has_back = panelStore((state) => state.stack.length > 1);
  return (
    <>
      <header className={styles.bar}>
        {has_back && <IconButton label={t(common_messages.back)} icon={<ArrowLeft size={18} className={styles.arrow} />} onClick={panel.back} />}
        <div className={styles.titles}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <span className={styles.subtitle}>{subtitle}</span>}
        </div>
        {actions}
        <IconButton label={t(common_messages.close)} keys="Escape" icon={<X size={18} />} onClick={panel.close} />
      </header>
      <div className={styles.body}>{children}</div>
    </>
  );
}
