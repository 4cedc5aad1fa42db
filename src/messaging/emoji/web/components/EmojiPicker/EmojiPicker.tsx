import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import { Skeleton, useT } from '#kernel/web/index.ts';
import { fetchEmojis } from '../../emoji.client.ts';
import { searchEmojis } from '../../emoji.catalogue.ts';
import { emoji_messages as m } from '../../emoji.messages.ts';
import { rememberEmoji, useRecentEmojis, useSkinTone } from '../../emoji.recent.ts';
import { cellAt, COLUMNS, moveCell, resultRows, sectionRows, type CellPlace, type PickerRow, type PickerSection } from '../../emoji.rows.ts';
import { addCustomEmojis, emojiState, loadKeywords } from '../../emoji.state.ts';
import { Emoji } from '../Emoji/Emoji.tsx';
import styles from './EmojiPicker.module.css';
import { PickerHead } from './PickerHead.tsx';
import { PickerRowView } from './PickerRowView.tsx';
import { SectionTabs } from './SectionTabs.tsx';

export type EmojiPickerProps = {
  /** Called with the name, without colons. */
  on_pick: (name: string) => void;
};

const RESULTS_MAX = 90;
const FIRST: CellPlace = { row: 1, column: 0 };
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** All emoji with a search. The keyboard stays in the search field; arrows move over the grid and Enter picks. */
export default function EmojiPicker({ on_pick }: EmojiPickerProps): ReactNode {
  const t = useT();
  const grid_id = useId();
  const list = useRef<VirtualizerHandle>(null);
  const [term, setTerm] = useState('');
  const [place, setPlace] = useState(FIRST);
  const [section, setSection] = useState<PickerSection>('recent');
  const rows = usePickerRows(useDeferredValue(term.trim()));
  const chosen = rows ? cellAt(rows, place) : undefined;

  const search = (next: string) => {
    setTerm(next);
    setPlace(FIRST);
  };
  const pick = (name: string) => {
    rememberEmoji(name);
    on_pick(name);
  };
  const move = (next: CellPlace) => {
    setPlace(next);
    list.current?.scrollToIndex(next.row, { align: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (!rows) return;
    const is_sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (ARROWS.includes(event.key) && !(is_sideways && term)) move(moveCell(rows, place, event.key));
    else if (event.key === 'Enter' && chosen) pick(chosen.name);
    else return;
    event.preventDefault();
  };
  const showSection = (wanted: PickerSection) => {
    setTerm('');
    const row = rows?.findIndex((one) => one.section === wanted) ?? -1;
    if (row < 0) return;
    setSection(wanted);
    setPlace({ row: row + 1, column: 0 });
    list.current?.scrollToIndex(row, { align: 'start' });
  };
  const noteSection = (offset: number) => {
    const row = rows?.[list.current?.findItemIndex(offset + 8) ?? 0];
    if (row) setSection(row.section);
  };

  return (
    <div className={styles.picker}>
      <PickerHead term={term} grid_id={grid_id} chosen_id={chosen && `${grid_id}-${place.row}-${place.column}`} on_term={search} on_key={onKeyDown} />
      {!term && <SectionTabs rows={rows ?? []} current={section} on_choose={showSection} />}
      <div className={styles.grid} id={grid_id} role="grid" aria-label={t(m.picker)} aria-colcount={COLUMNS}>
        {!rows && <Waiting />}
        {rows?.length === 0 && <p className={styles.nothing}>{t(m.nothing, { term })}</p>}
        {rows && (
          <Virtualizer ref={list} data={rows} itemSize={38} onScroll={noteSection}>
            {(row: PickerRow, index) => <PickerRowView key={index} row={row} index={index} grid_id={grid_id} chosen_column={place.row === index ? place.column : -1} on_pick={pick} on_point={setPlace} />}
          </Virtualizer>
        )}
      </div>
      <div className={styles.foot} aria-hidden="true">{chosen && <Chosen name={chosen.name} />}</div>
    </div>
  );
}

function usePickerRows(term: string): PickerRow[] | null {
  const catalogue = emojiState((state) => state.catalogue);
  const custom = emojiState((state) => state.custom);
  const recent = useRecentEmojis(COLUMNS * 2);
  const tone = useSkinTone();
  const [has_keywords, setHasKeywords] = useState(false);
  useEffect(() => {
    void loadKeywords().then(() => setHasKeywords(true));
    void loadAllCustom();
  }, []);
  return useMemo(() => {
    if (!catalogue) return null;
    const names = Object.values(custom).filter((emoji) => emoji !== null).map((emoji) => emoji.name).sort();
    if (!term) return sectionRows(catalogue, recent.map((name) => ({ name })), names, tone);
    const plain = term.replace(/^:|:$/g, '');
    return resultRows(names.filter((name) => name.includes(plain.toLowerCase())), searchEmojis(catalogue, plain, RESULTS_MAX), tone);
  // Keywords are added to the same catalogue: their arrival makes the search find more.
  }, [catalogue, custom, recent, tone, term, has_keywords]);
}

const CUSTOM_PAGE = 200;

async function loadAllCustom(): Promise<void> {
  for (let page = 0; ; page++) {
    const emojis = await fetchEmojis(page, CUSTOM_PAGE).catch(() => []);
    addCustomEmojis(emojis);
    if (emojis.length < CUSTOM_PAGE) return;
  }
}

function Chosen({ name }: { name: string }): ReactNode {
  return <><Emoji name={name} size="large" /><span className={styles.name}>:{name}:</span></>;
}

function Waiting(): ReactNode {
  return <div className={styles.waiting}>{Array.from({ length: COLUMNS * 6 }, (_, index) => <Skeleton key={index} width={24} height={24} radius="50%" />)}</div>;
}
