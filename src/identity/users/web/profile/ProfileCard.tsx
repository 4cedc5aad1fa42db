import { Clock, Mail, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { status_messages, StatusMark, useStatus } from '#identity/status/web/index.ts';
import type { User } from '#identity/users/wire/index.ts';
import { Button, Chip, openSettings, PopoverClose, useMyUserId, useNow, useT } from '#kernel/web/index.ts';
import { UserAvatar } from '../components/UserAvatar.tsx';
import { customStatusOf } from '../custom-status.ts';
import { user_messages as m } from '../users.messages.ts';
import { useFormatName } from '../users.names.ts';
import styles from './ProfileCard.module.css';
import { localTimeOf } from './local-time.ts';
import { profile_slots } from './profile.slots.ts';

/** Who somebody is, how to reach them and whether it is a good moment. */
export function ProfileCard({ user }: { user: User }): ReactNode {
  const t = useT();
  const name = useFormatName()(user);
  const is_me = useMyUserId() === user.id;
  const full_name = `${user.first_name} ${user.last_name}`.trim();
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <UserAvatar user_id={user.id} size={72} />
        <div className={styles.names}>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.username}>{name === full_name || !full_name ? '' : `${full_name} · `}@{user.username}</p>
          <PresenceLine user={user} />
        </div>
      </header>
      <Facts user={user} />
      <footer className={styles.foot}>
        {is_me && <PopoverClose asChild><Button onClick={() => openSettings('profile')}>{t(m.edit_profile)}</Button></PopoverClose>}
        {!is_me && profile_slots.actions.all().map((Part, i) => <Part key={i} user={user} />)}
      </footer>
    </article>
  );
}

function PresenceLine({ user }: { user: User }): ReactNode {
  const t = useT();
  const status = useStatus(user.is_bot ? '' : user.id) ?? 'offline';
  if (user.delete_at > 0) return <Chip>{t(m.deactivated)}</Chip>;
  if (user.is_bot) return <Chip size="s">{t(m.bot)}</Chip>;
  return <p className={styles.presence}><StatusMark status={status} />{t(status_messages[status])}</p>;
}

function Facts({ user }: { user: User }): ReactNode {
  const t = useT();
  const now = useNow();
  const time = user.is_bot ? '' : localTimeOf(user, now);
  const custom = customStatusOf(user, now);
  const is_admin = user.roles.split(' ').includes('system_admin');
  const is_guest = user.roles.split(' ').includes('system_guest');
  return (
    <div className={styles.facts}>
      {custom?.text && <p className={styles.custom}>{custom.text}</p>}
      {(is_admin || is_guest) && <p><Chip tone={is_admin ? 'accent' : 'plain'}>{t(is_admin ? m.admin : m.guest)}</Chip></p>}
      {user.position && <p className={styles.fact}><UserRound size={15} />{user.position}</p>}
      {user.bot_description && <p className={styles.fact}><UserRound size={15} />{user.bot_description}</p>}
      {time && <p className={styles.fact}><Clock size={15} />{t(m.local_time, { time })}</p>}
      {user.email && !user.is_bot && <p className={styles.fact}><Mail size={15} /><a href={`mailto:${user.email}`}>{user.email}</a></p>}
      {profile_slots.facts.all().map((Part, i) => <Part key={i} user={user} />)}
    </div>
  );
}
