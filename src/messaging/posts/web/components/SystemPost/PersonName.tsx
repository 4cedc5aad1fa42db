import type { ReactNode } from 'react';
import { useFormatName, useUser, useUserByUsername } from '#identity/users/web/index.ts';
import { useT } from '#kernel/web/index.ts';
import { system_messages as m } from '../../system.messages.ts';
import type { SystemPerson } from '../../system.rules.ts';
import { PersonButton } from '../PersonButton/PersonButton.tsx';
import styles from './SystemPost.module.css';

/** The name of somebody in a system post; opens the profile. */
export function PersonName({ person }: { person: SystemPerson }): ReactNode {
  const t = useT();
  const format = useFormatName();
  const by_id = useUser(person.user_id);
  const by_name = useUserByUsername(person.user_id ? '' : person.username);
  const user = by_id ?? by_name;
  if (!user) return <span className={styles.person}>{person.username || t(m.somebody)}</span>;
  return <PersonButton user_id={user.id} className={styles.person}>{format(user)}</PersonButton>;
}
