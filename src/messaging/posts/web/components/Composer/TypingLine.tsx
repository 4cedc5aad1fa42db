import type { ReactNode } from 'react';
import { useFormatName, useUsers } from '#identity/users/web/index.ts';
import { intl, useT } from '#kernel/web/index.ts';
import type { Id } from '#kernel/wire/index.ts';
import { composer_messages as m } from '../../composer.messages.ts';
import { useTyping } from '../../typing.state.ts';
import styles from './Composer.module.css';

const NAMED_MAX = 3;

/** Who writes now. The line keeps its place while nobody does. */
export function TypingLine({ channel_id, root_id }: { channel_id: Id; root_id: Id }): ReactNode {
  const t = useT();
  const format = useFormatName();
  const names = useUsers(useTyping(channel_id, root_id)).map(format);
  const [first = ''] = names;
  const words = names.length === 1 ? t(m.typing_one, { name: first }) : names.length <= NAMED_MAX ? t(m.typing_some, { names: intl.formatList(names) }) : t(m.typing_many);
  return <div className={styles.typing} aria-live="off">{names.length > 0 && <><span className={styles.dots} aria-hidden="true"><i /><i /><i /></span>{words}</>}</div>;
}
