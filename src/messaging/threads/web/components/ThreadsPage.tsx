import { CheckCheck, MessagesSquare } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { Badge, Button, classNames, EmptyState, IconButton, toast, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { PostSkeletons } from '#messaging/posts/web/index.ts';
import { readAllThreads } from '../threads.client.ts';
import { thread_messages as m } from '../threads.messages.ts';
import { markAllRead } from '../threads.rules.ts';
import { changeThreads, teamsOfThread, useThreadTotals } from '../threads.state.ts';
import { useThreadList } from '../useThreadList.ts';
import { ThreadItem } from './ThreadItem.tsx';
import styles from './Threads.module.css';

/** All threads that the person follows in a team. */
export default function ThreadsPage(): ReactNode {
  const team_id = useCurrentTeam()?.id ?? '';
  const [is_unread_only, setUnreadOnly] = useState(false);
  return <ThreadList key={`${team_id} ${is_unread_only}`} team_id={team_id} is_unread_only={is_unread_only} on_filter={setUnreadOnly} />;
}

function ThreadList({ team_id, is_unread_only, on_filter }: { team_id: Id; is_unread_only: boolean; on_filter: (is_unread_only: boolean) => void }): ReactNode {
  const t = useT();
  const totals = useThreadTotals(team_id);
  const { ids, is_complete, failure, more } = useThreadList(team_id, is_unread_only);
  const unread = totals?.total_unread_threads ?? 0;
  const readAll = () => {
    changeThreads((threads) => markAllRead(threads, team_id, (id) => teamsOfThread(id).includes(team_id), Date.now()));
    readAllThreads(team_id).catch(toast.failure);
  };
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <MessagesSquare size={18} aria-hidden="true" />
        <h1 className={styles.title}>{t(m.threads)}</h1>
        <div className={styles.filter} role="group" aria-label={t(m.filter)}>
          <button type="button" aria-pressed={!is_unread_only} className={classNames(styles.tab, !is_unread_only && styles.on)} onClick={() => on_filter(false)}>{t(m.all)}</button>
          <button type="button" aria-pressed={is_unread_only} className={classNames(styles.tab, is_unread_only && styles.on)} onClick={() => on_filter(true)}>{t(m.unread)}<Badge count={unread} tone="quiet" /></button>
        </div>
        <span className={styles.grow} />
        <IconButton label={t(m.read_all)} tooltip_side="bottom" icon={<CheckCheck size={17} />} disabled={unread === 0} onClick={readAll} />
      </header>
      <div className={styles.items}>
        {failure && <EmptyState text={failure} action={<Button onClick={more}>{t(m.more)}</Button>} />}
        {!failure && !is_complete && !ids.length && <PostSkeletons count={6} />}
        {is_complete && !ids.length && <Nothing is_unread_only={is_unread_only} on_all={() => on_filter(false)} />}
        <ul>{ids.map((id) => <ThreadItem key={id} thread_id={id} />)}</ul>
        {!failure && !is_complete && ids.length > 0 && <Button className={styles.more} onClick={more}>{t(m.more)}</Button>}
      </div>
    </div>
  );
}

function Nothing({ is_unread_only, on_all }: { is_unread_only: boolean; on_all: () => void }): ReactNode {
  const t = useT();
  const icon = <MessagesSquare size={20} />;
  if (!is_unread_only) return <EmptyState icon={icon} title={t(m.none_title)} text={t(m.none)} />;
  return <EmptyState icon={<CheckCheck size={20} />} title={t(m.none_unread_title)} text={t(m.none_unread)} action={<Button onClick={on_all}>{t(m.show_all)}</Button>} />;
}
