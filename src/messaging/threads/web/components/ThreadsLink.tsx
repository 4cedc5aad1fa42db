import { MessagesSquare } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { useT } from '#kernel/web/index.ts';
import { useHasThreads } from '#messaging/channels/web/index.ts';
import { SidebarLink } from '#messaging/sidebar/web/index.ts';
import { fetchThreadTotals } from '../threads.client.ts';
import { thread_messages as m } from '../threads.messages.ts';
import { setTotals } from '../threads.rules.ts';
import { changeThreads, useThreadTotals } from '../threads.state.ts';

/** The sidebar's way to the threads, with what is new in them. */
export function ThreadsLink(): ReactNode {
  const t = useT();
  const team = useCurrentTeam();
  const has_threads = useHasThreads();
  const team_id = team?.id ?? '';
  const totals = useThreadTotals(team_id);
  const is_missing = Boolean(team_id) && !totals;
  useEffect(() => {
    if (is_missing) fetchThreadTotals(team_id).then((answer) => changeThreads((threads) => setTotals(threads, team_id, answer)), () => undefined);
  }, [is_missing, team_id]);
  if (!team || !has_threads) return null;
  const mentions = totals?.total_unread_mentions ?? 0;
  const unread = totals?.total_unread_threads ?? 0;
  return <SidebarLink to={`/${team.name}/threads`} icon={<MessagesSquare size={16} />} label={t(m.threads)} is_unread={unread > 0} count={mentions || unread} tone={mentions ? 'alarm' : 'quiet'} />;
}
