import { Webhook } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { Skeleton, useT } from '#kernel/web/index.ts';
import { webhook_messages as m } from '../webhooks.messages.ts';
import { integration_slots } from '../webhooks.slots.ts';
import styles from './Integrations.module.css';

/** What joins the team's chat to its tools: one tab for each kind. */
export default function IntegrationsPage(): ReactNode {
  const t = useT();
  const team = useCurrentTeam();
  const tabs = integration_slots.tab.all();
  const { tab: name } = useParams();
  const tab = tabs.find((one) => one.name === name) ?? tabs[0];
  if (!team || !tab) return null;
  const Tab = tab.component;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Webhook size={18} aria-hidden="true" />
        <h1 className={styles.title}>{t(m.integrations)}</h1>
      </header>
      {tabs.length > 1 && (
        <nav className={styles.tabs} aria-label={t(m.kinds)}>
          {tabs.map((one) => <NavLink key={one.name} to={`/${team.name}/integrations/${one.name}`} className={styles.tab} aria-current={one === tab ? 'page' : undefined}>{t(one.label)}</NavLink>)}
        </nav>
      )}
      <div className={styles.content}><Suspense fallback={<Skeleton height={60} />}><Tab key={team.id} team_id={team.id} /></Suspense></div>
    </div>
  );
}
