import { useEffect, type ReactNode } from 'react';
import { classNames } from '#kernel/web/index.ts';
import { askForEmoji, emojiState, findEmoji } from '../../emoji.state.ts';
import styles from './Emoji.module.css';

export type EmojiSize = 'text' | 'large' | 'jumbo';

export type EmojiProps = {
  /** Without the colons. */
  name: string;
  size?: EmojiSize;
};

/** An emoji by its name: of the Unicode set, or a custom one. A name that nothing has stays text. */
export function Emoji({ name, size = 'text' }: EmojiProps): ReactNode {
  const custom = emojiState((state) => state.custom[name]);
  const catalogue = emojiState((state) => state.catalogue);
  const found = findEmoji({ custom: custom === undefined ? {} : { [name]: custom }, catalogue }, name);
  const is_unknown = found === undefined;
  useEffect(() => {
    if (is_unknown) askForEmoji(name);
  }, [name, is_unknown]);

  const label = `:${name}:`;
  if (!found) return <span className={classNames(styles.waiting, styles[size])} role="img" aria-label={label} />;
  if (found.kind === 'none') return <>{label}</>;
  if (found.kind === 'image') return <img className={classNames(styles.image, styles[size])} src={found.path} alt={label} title={label} draggable={false} />;
  return <span className={classNames(styles.emoji, styles[size])} role="img" aria-label={label} title={label}>{found.text}</span>;
}

/** Emoji that somebody wrote as characters. */
export function EmojiText({ text, size = 'text' }: { text: string; size?: EmojiSize }): ReactNode {
  return <span className={classNames(styles.emoji, styles[size])}>{text}</span>;
}
