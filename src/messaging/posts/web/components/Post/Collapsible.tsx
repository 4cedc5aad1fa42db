import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Button, classNames, useT } from '#kernel/web/index.ts';
import { post_messages as m } from '../../posts.messages.ts';
import styles from './Post.module.css';

const SHOWN_MAX_PX = 420;
const WORTH_FOLDING_PX = 120;

/** Folds long content behind "show more". Content that is only a little longer stays open. */
export function Collapsible({ children }: { children: ReactNode }): ReactNode {
  const t = useT();
  const content = useRef<HTMLDivElement>(null);
  const [is_long, setLong] = useState(false);
  const [is_open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = content.current;
    if (!element) return;
    const measure = () => setLong(element.scrollHeight > SHOWN_MAX_PX + WORTH_FOLDING_PX);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const is_folded = is_long && !is_open;
  return (
    <>
      <div className={classNames(styles.fold, is_folded && styles.folded)} style={is_folded ? { maxBlockSize: SHOWN_MAX_PX } : undefined}>
        <div ref={content}>{children}</div>
      </div>
      {is_long && <Button size="s" variant="quiet" aria-expanded={is_open} onClick={() => setOpen(!is_open)}>{t(is_open ? m.show_less : m.show_more)}</Button>}
    </>
  );
}
