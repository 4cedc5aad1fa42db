import { ChevronDown } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { autocompleteUsers, displayName } from '#identity/users/web/index.ts';
import { Button, common_messages, Input, Popover, useT } from '#kernel/web/index.ts';
import { channelsStore } from '#messaging/channels/web/index.ts';
import type { PostAction, PostActionOption } from '#messaging/posts/wire/index.ts';
import { post_messages as m } from '../../posts.messages.ts';
import styles from './Cards.module.css';

const SEARCHED_FROM = 8;
const SHOWN_MAX = 50;

type ActionMenuProps = { action: PostAction; is_busy: boolean; on_choose: (value: string) => void };

/** A menu of a card: given options, people or channels. */
export function ActionMenu({ action, is_busy, on_choose }: ActionMenuProps): ReactNode {
  const t = useT();
  const [is_open, setOpen] = useState(false);
  const [term, setTerm] = useState('');
  const [chosen, setChosen] = useState<PostActionOption | undefined>(action.options?.find((option) => option.value === action.default_option));
  const options = useOptions(action, term, is_open);
  const is_searched = Boolean(action.data_source) || (action.options?.length ?? 0) > SEARCHED_FROM;
  const choose = (option: PostActionOption) => {
    setChosen(option);
    setOpen(false);
    on_choose(option.value);
  };
  return (
    <Popover
      label={action.name ?? t(m.choose)}
      is_open={is_open}
      on_open_change={setOpen}
      is_flush
      trigger={<Button size="s" is_busy={is_busy} disabled={action.disabled}>{chosen?.text ?? action.name}<ChevronDown size={14} aria-hidden="true" /></Button>}
    >
      <div className={styles.menu}>
        {is_searched && <Input autoFocus value={term} placeholder={t(common_messages.search)} aria-label={t(common_messages.search)} onChange={(event) => setTerm(event.target.value)} />}
        <ul className={styles.options}>
          {options.slice(0, SHOWN_MAX).map((option) => (
            <li key={option.value}><button type="button" className={styles.option} aria-current={option.value === chosen?.value || undefined} onClick={() => choose(option)}>{option.text}</button></li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}

function useOptions(action: PostAction, term: string, is_open: boolean): readonly PostActionOption[] {
  const [people, setPeople] = useState<readonly PostActionOption[]>([]);
  const channels = channelsStore((state) => state.by_id);
  const team_id = useCurrentTeam()?.id;
  const is_people = action.data_source === 'users';
  useEffect(() => {
    if (!is_people || !is_open) return;
    let is_current = true;
    autocompleteUsers(term, team_id ? { team_id } : {}).then(
      (found) => is_current && setPeople([...(found.users ?? []), ...(found.out_of_channel ?? [])].map((user) => ({ text: `${displayName(user)} @${user.username}`, value: user.id }))),
      () => undefined,
    );
    return () => void (is_current = false);
  }, [is_people, is_open, term, team_id]);
  if (is_people) return people;
  const all = action.data_source === 'channels' ? Object.values(channels).filter((one) => one.team_id === team_id && !one.delete_at).map((one) => ({ text: one.display_name, value: one.id })) : (action.options ?? []);
  const wanted = term.toLowerCase();
  return all.filter((option) => option.text.toLowerCase().includes(wanted));
}
