import type { ReactNode } from 'react';
import { ProfilePopover, useDisplayName } from '#identity/users/web/index.ts';
import { classNames, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { post_messages as m } from '../../posts.messages.ts';
import styles from './PersonButton.module.css';

type PersonButtonProps = { user_id: Id; className?: string | undefined; is_picture?: boolean; children: ReactNode };

/** A name or picture that opens the person's profile. A picture has no text, so its button says whose it is. */
export function PersonButton({ user_id, className, is_picture = false, children }: PersonButtonProps): ReactNode {
  const t = useT();
  const name = useDisplayName(user_id);
  const label = is_picture ? { 'aria-label': t(m.open_profile, { name }), tabIndex: -1 } : {};
  return <ProfilePopover user_id={user_id} trigger={<button type="button" className={classNames(is_picture ? styles.picture : styles.name, className)} {...label}>{children}</button>} />;
}
