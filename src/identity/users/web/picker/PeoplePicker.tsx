import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { User } from '#identity/users/wire/index.ts';
import { classNames, useT } from '#kernel/web/index.ts';
import { UserAvatar } from '../components/UserAvatar.tsx';
import { autocompleteUsers } from '../users.client.ts';
import { user_messages as m } from '../users.messages.ts';
import { useFormatName } from '../users.names.ts';
import styles from './PeoplePicker.module.css';

export type PeoplePickerProps = {
  picked: User[];
  on_change: (picked: User[]) => void;
  /** Finds people for the typed text; without it everybody of the server. Must not change between renders. */
  search?: (text: string) => Promise<User[]>;
  is_offered?: (user: User) => boolean;
  max?: number;
};

/** Picks people by typing: arrow keys and Enter, Backspace takes the last one back. */
export function PeoplePicker({ picked, on_change, search = searchEverybody, is_offered = isAnybody, max = 100 }: PeoplePickerProps): ReactNode {
  const t = useT();
  const list_id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = useFoundPeople(text, search);
  const offered = (found ?? []).filter((user) => is_offered(user) && !picked.some((one) => one.id === user.id));
  const active_index = Math.min(active, offered.length - 1);
  const input = useRef<HTMLInputElement>(null);
  const pick = (user: User | undefined): void => {
    if (!user || picked.length >= max) return;
    on_change([...picked, user]);
    setText('');
    setActive(0);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active_index + step + offered.length) % Math.max(1, offered.length));
    else if (event.key === 'Enter' && text && !event.nativeEvent.isComposing) pick(offered[active_index]);
    else if (event.key === 'Backspace' && !text) return on_change(picked.slice(0, -1));
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.picker}>
      <div className={styles.box} onClick={() => input.current?.focus()}>
        {picked.length === 0 && <Search size={15} aria-hidden="true" />}
        <PickedPeople picked={picked} on_change={on_change} />
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-label={t(m.pick)}
          aria-expanded={offered.length > 0}
          aria-controls={list_id}
          aria-activedescendant={offered.length ? `${list_id}-${active_index}` : undefined}
          placeholder={picked.length ? '' : t(m.pick_hint)}
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <OfferedPeople id={list_id} offered={offered} active={active_index} on_point={setActive} on_pick={pick} />
      {found && !offered.length && (text || !picked.length) && <p className={styles.nobody}>{text ? t(m.nobody, { text }) : t(m.nobody_left)}</p>}
      <p className="visually-hidden" role="status">{found && t(m.results, { count: offered.length })}</p>
    </div>
  );
}

function PickedPeople({ picked, on_change }: Pick<PeoplePickerProps, 'picked' | 'on_change'>): ReactNode {
  const t = useT();
  const formatName = useFormatName();
  return picked.map((user) => (
    <span key={user.id} className={styles.token}>
      <UserAvatar user_id={user.id} size={18} />
      {formatName(user)}
      <button type="button" aria-label={t(m.remove_picked, { name: formatName(user) })} onClick={() => on_change(picked.filter((one) => one.id !== user.id))}><X size={13} /></button>
    </span>
  ));
}

type OfferedProps = { id: string; offered: User[]; active: number; on_point: (index: number) => void; on_pick: (user: User) => void };

function OfferedPeople({ id, offered, active, on_point, on_pick }: OfferedProps): ReactNode {
  const t = useT();
  const formatName = useFormatName();
  return (
    <div className={styles.list} role="listbox" id={id} aria-label={t(m.pick)}>
      {offered.map((user, i) => (
        <div key={user.id} id={`${id}-${i}`} role="option" aria-selected={i === active} className={classNames(styles.option, i === active && styles.active)} onPointerMove={() => on_point(i)} onClick={() => on_pick(user)}>
          <UserAvatar user_id={user.id} size={28} />
          <span className={styles.name}>{formatName(user)}</span>
          <span className={styles.username}>@{user.username}</span>
        </div>
      ))}
    </div>
  );
}

const isAnybody = (): boolean => true;
const TYPING_PAUSE_MS = 120;

async function searchEverybody(text: string): Promise<User[]> {
  const { users } = await autocompleteUsers(text);
  return users.filter((user) => user.delete_at === 0);
}

// Undefined until the first answer.
function useFoundPeople(text: string, search: (text: string) => Promise<User[]>): User[] | undefined {
  const [found, setFound] = useState<User[]>();
  useEffect(() => {
    let is_current = true;
    const timer = setTimeout(() => {
      search(text.replace(/^@/, '').trim())
        .then((users) => is_current && setFound(users))
        .catch(() => is_current && setFound([]));
    }, text ? TYPING_PAUSE_MS : 0);
    return () => {
      is_current = false;
      clearTimeout(timer);
    };
  }, [text, search]);
  return found;
}
