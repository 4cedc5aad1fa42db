import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../../components/class-names.ts';
import { useCloseDialog } from '../../components/Dialog.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useT } from '../../i18n/i18n.ts';
import { shell_messages as m } from '../shell.messages.ts';
import type { PaletteItem } from '../slots.ts';
import styles from './Palette.module.css';
import { usePaletteResults } from './usePaletteResults.ts';

/** One box for going anywhere and doing anything: type, arrow keys, Enter. */
export function Palette(): ReactNode {
  const t = useT();
  const close = useCloseDialog();
  const list_id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const groups = usePaletteResults(text.trim());
  const items = groups.flatMap((group) => group.items);
  const active_index = Math.min(active, items.length - 1);
  const choose = (item: PaletteItem | undefined): void => {
    if (!item) return;
    close();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active_index + step + items.length) % Math.max(1, items.length));
    else if (event.key === 'Enter') choose(items[active_index]);
    else return;
    event.preventDefault();
  };
  return (
    <Radix.Root open onOpenChange={(is_open) => !is_open && close()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content className={styles.palette} aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{t(m.palette)}</Radix.Title>
          <div className={styles.box}>
            <Search size={17} aria-hidden="true" />
            <input
              className={styles.input}
              role="combobox"
              aria-expanded="true"
              aria-controls={list_id}
              aria-activedescendant={items.length ? `${list_id}-${active_index}` : undefined}
              aria-label={t(m.palette_hint)}
              placeholder={t(m.palette_hint)}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
            <Kbd keys="Escape" />
          </div>
          <PaletteList id={list_id} groups={groups} active={active_index} on_point={setActive} on_choose={choose} />
          {text.trim() && !items.length && <p className={styles.nothing}>{t(m.palette_nothing, { text: text.trim() })}</p>}
          <p className="visually-hidden" role="status">{t(m.palette_results, { count: items.length })}</p>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ListProps = {
  id: string;
  groups: ReturnType<typeof usePaletteResults>;
  active: number;
  on_point: (index: number) => void;
  on_choose: (item: PaletteItem) => void;
};

function PaletteList({ id, groups, active, on_point, on_choose }: ListProps): ReactNode {
  const t = useT();
  const active_line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    active_line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  let index = -1;
  return (
    <div id={id} role="listbox" aria-label={t(m.palette)} className={styles.list}>
      {groups.map(({ source, items }) => (
        <div key={source.id} role="group" aria-label={t(source.title)}>
          <p className={styles.group} aria-hidden="true">{t(source.title)}</p>
          {items.map((item) => {
            const at = ++index;
            return (
              <div
                key={item.id}
                ref={at === active ? active_line : undefined}
                id={`${id}-${at}`}
                role="option"
                aria-selected={at === active}
                className={classNames(styles.item, at === active && styles.active)}
                onPointerMove={() => on_point(at)}
                onClick={() => on_choose(item)}
              >
                <span className={styles.icon}>{item.icon}</span>
                <span className={styles.label}>{item.label}</span>
                {item.detail && <span className={styles.detail}>{item.detail}</span>}
                {item.keys && <Kbd keys={item.keys} />}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
