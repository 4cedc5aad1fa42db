import { Hash, Lock, Megaphone, SquareSlash, UsersRound } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { UserAvatar } from '#identity/users/web/index.ts';
import { classNames, useT } from '#kernel/web/index.ts';
import { Emoji } from '#messaging/emoji/web/index.ts';
import { composer_messages as m } from '../../composer.messages.ts';
import type { Suggestion } from '../../suggestions.ts';
import styles from './Composer.module.css';
import type { SuggestionList } from './useSuggestions.ts';

/** The list over a composer. The keyboard stays in the text. */
export function Suggestions({ suggestions, id }: { suggestions: SuggestionList; id: string }): ReactNode {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  const { list: lines, chosen } = suggestions;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, lines]);
  const first_outside = lines.findIndex((line) => line.look.kind === 'person' && line.look.is_outside);
  return (
    <>
      <span className="visually-hidden" role="status">{lines.length > 0 && t(m.found, { count: lines.length })}</span>
      {lines.length > 0 && (
        <ul ref={list} id={id} className={styles.suggestions} role="listbox" aria-label={t(m.suggestions)}>
          {lines.map((line, index) => (
            <li
              key={line.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              data-caption={index === first_outside ? t(m.not_in_channel) : undefined}
              className={classNames(styles.suggestion, index === chosen && styles.chosen)}
              onPointerMove={() => index !== chosen && suggestions.choose(index)}
              // The text must not lose its focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => suggestions.accept(line)}
            >
              <Sign suggestion={line} />
              <span className={styles.suggested}>{line.label}</span>
              <span className={styles.detail}>{line.look.kind === 'wide' ? t(line.detail === 'here' ? m.here_text : line.detail === 'all' ? m.all_text : m.channel_text) : line.detail}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Sign({ suggestion }: { suggestion: Suggestion }): ReactNode {
  const { look } = suggestion;
  if (look.kind === 'person') return <UserAvatar user_id={look.user_id} size={22} />;
  if (look.kind === 'emoji') return <span className={styles.sign}><Emoji name={look.name} size="large" /></span>;
  const Icon = look.kind === 'wide' ? Megaphone : look.kind === 'group' ? UsersRound : look.kind === 'command' ? SquareSlash : look.is_private ? Lock : Hash;
  return <span className={styles.sign} aria-hidden="true"><Icon size={16} /></span>;
}
