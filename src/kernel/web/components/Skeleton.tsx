import type { ReactNode } from 'react';
import styles from './Skeleton.module.css';

/** Stands where content will be, with its final size. */
export function Skeleton({ width = '100%', height = 12, radius }: { width?: number | string; height?: number | string; radius?: number | string }): ReactNode {
  return <span className={styles.skeleton} style={{ inlineSize: width, blockSize: height, ...(radius === undefined ? {} : { borderRadius: radius }) }} aria-hidden="true" />;
}
