import { SmilePlus } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useFormatName, useUsers } from '#identity/users/web/index.ts';
import { classNames, IconButton, intl, Tooltip, useMyUserId, useT } from '#kernel/web/index.ts';
import { Emoji, EmojiPickerButton } from '#messaging/emoji/web/index.ts';
import type { Reaction } from '#messaging/reactions/wire/index.ts';
import { reaction_messages as m } from '../../reactions.messages.ts';
import { groupReactions, type ReactionGroup } from '../../reactions.rules.ts';
import styles from './ReactionRow.module.css';

export type ReactionRowProps = {
  reactions: readonly Reaction[];
  /** Absent = one may look only. */
  on_toggle?: (emoji_name: string, is_mine: boolean) => void;
};

const NAMES_MAX = 12;

/** Reactions of a message: a press adds or takes back one's own, hovering tells who. */
export function ReactionRow({ reactions, on_toggle }: ReactionRowProps): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const groups = useMemo(() => groupReactions(reactions, me), [reactions, me]);
  if (!groups.length) return null;
  return (
    <div className={styles.row} role="group" aria-label={t(m.list)}>
      {groups.map((group) => <ReactionButton key={group.emoji_name} group={group} on_toggle={on_toggle} />)}
      {on_toggle && (
        <EmojiPickerButton
          align="start"
          trigger={<IconButton size="s" className={styles.add} label={t(m.add)} icon={<SmilePlus size={15} />} />}
          on_pick={(name) => on_toggle(name, groups.some((group) => group.emoji_name === name && group.is_mine))}
        />
      )}
    </div>
  );
}

function ReactionButton({ group, on_toggle }: { group: ReactionGroup; on_toggle: ReactionRowProps['on_toggle'] }): ReactNode {
  const t = useT();
  const { emoji_name, user_ids, is_mine } = group;
  const label = t(m.toggle, { emoji: emoji_name.replace(/_/g, ' '), count: user_ids.length, mine: is_mine ? 'yes' : 'no' });
  return (
    <Tooltip label={<Names group={group} />}>
      <button type="button" className={classNames(styles.reaction, is_mine && styles.mine)} aria-pressed={is_mine} aria-label={label} disabled={!on_toggle} onClick={() => on_toggle?.(emoji_name, is_mine)}>
        <Emoji name={emoji_name} />
        <span className={styles.count}>{user_ids.length}</span>
      </button>
    </Tooltip>
  );
}

function Names({ group }: { group: ReactionGroup }): ReactNode {
  const t = useT();
  const me = useMyUserId();
  const format = useFormatName();
  const shown = group.user_ids.filter((id) => id !== me).slice(0, NAMES_MAX);
  const users = useUsers(shown);
  const names = [...(group.is_mine ? [t(m.you)] : []), ...users.map(format)];
  const hidden = group.user_ids.length - (group.is_mine ? 1 : 0) - shown.length;
  if (hidden > 0) names.push(t(m.more, { count: hidden }));
  return <span className={styles.names}>{t(m.who, { names: intl.formatList(names), emoji: `:${group.emoji_name}:` })}</span>;
}
