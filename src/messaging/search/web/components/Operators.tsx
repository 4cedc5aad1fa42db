import type { ReactNode } from 'react';
import { useT } from '#kernel/web/index.ts';
import { search_messages as m } from '../search.messages.ts';
import { beginOperator } from '../search.rules.ts';
import styles from './Search.module.css';

const OPERATORS = [
  ['from:', m.from_hint], ['in:', m.in_hint], ['before:', m.before_hint], ['after:', m.after_hint], ['on:', m.on_hint], ['"…"', m.phrase_hint], ['-', m.minus_hint], ['*', m.star_hint],
] as const;

/** What can be written into the search field. */
export function Operators({ text, on_change }: { text: string; on_change: (text: string) => void }): ReactNode {
  const t = useT();
  return (
    <section className={styles.operators}>
      <h3 className={styles.caption}>{t(m.operators)}</h3>
      <ul>
        {OPERATORS.map(([operator, hint]) => (
          <li key={operator}><button type="button" className={styles.operator} onClick={() => on_change(operator === '*' ? `${text}*` : beginOperator(text, operator === '"…"' ? '"' : operator))}><code>{operator}</code>{t(hint)}</button></li>
        ))}
      </ul>
    </section>
  );
}
