import { useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Avatar.module.css';

export type AvatarProps = {
  /** Whose initials show while there is no picture. */
  name: string;
  /** Decides the colour; an id, so that the colour stays when the name changes. */
  seed: string;
  src?: string | undefined;
  size?: 18 | 22 | 28 | 32 | 36 | 48 | 72;
  className?: string | undefined;
};

const TILE_COLOURS = 8;

/** A person's or team's tile: the picture, or initials on a colour. Decoration: the name stands beside it. */
export function Avatar({ name, seed, src, size = 32, className }: AvatarProps): ReactNode {
  const [broken_src, setBrokenSrc] = useState('');
  const style = { inlineSize: size, blockSize: size, fontSize: Math.round(size * 0.38), background: `var(--tile-${tileOf(seed)})` };
  return (
    <span className={classNames(styles.avatar, className)} style={style} aria-hidden="true">
      {src && src !== broken_src
        ? <img className={styles.picture} src={src} alt="" width={size} height={size} loading="lazy" draggable={false} onError={() => setBrokenSrc(src)} />
        : initialsOf(name)}
    </span>
  );
}

/** Overlapping tiles of a few people, e.g. of a thread. */
export function AvatarStack({ children }: { children: ReactNode }): ReactNode {
  return <span className={styles.stack}>{children}</span>;
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s._-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!].map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

function tileOf(seed: string): number {
  let hash = 2166136261;
  for (const char of seed) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  // Ids made at the same time differ only in a few characters: mix them into the low bits.
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) % TILE_COLOURS + 1;
}
