import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { classNames, common_messages, EmptyState, IconButton, Input, panel, PanelFrame, useT, type PanelProps } from '#kernel/web/index.ts';
import { markedWords } from '../search.rules.ts';
import { search_messages as m } from '../search.messages.ts';
import { useFileSearch, usePostSearch } from '../useSearch.ts';
import { FileResults } from './FileResults.tsx';
import { Operators } from './Operators.tsx';
import { Results } from './Results.tsx';
import styles from './Search.module.css';

/** Search in the right-hand panel. Its terms are part of the page's address. */
export default function SearchPanel({ entry }: PanelProps): ReactNode {
  const t = useT();
  const terms = entry.terms ?? '';
  const is_files = entry.found === 'files';
  const team_id = useCurrentTeam()?.id ?? '';
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(terms);
  useEffect(() => setText(terms), [terms]);
  useEffect(() => field.current?.focus(), []);

  const show = (wanted: { terms?: string; found?: string }) => panel.open({ kind: 'search', terms, ...(is_files ? { found: 'files' } : {}), ...wanted });
  return (
    <PanelFrame title={t(m.search)}>
      <form
        className={styles.form}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          show({ terms: text.trim() });
        }}
      >
        <Input
          ref={field}
          type="search"
          value={text}
          icon={<Search size={15} aria-hidden="true" />}
          placeholder={t(m.placeholder)}
          aria-label={t(m.placeholder)}
          onChange={(event) => setText(event.target.value)}
          end={text && <IconButton size="s" label={t(common_messages.close)} icon={<X size={14} />} onClick={() => {
            setText('');
            show({ terms: '' });
            field.current?.focus();
          }} />}
        />
      </form>
      {!terms && <Operators text={text} on_change={(next) => {
        setText(next);
        field.current?.focus();
      }} />}
      {terms && (
        <>
          <div className={styles.tabs} role="group" aria-label={t(m.kinds)}>
            <button type="button" aria-pressed={!is_files} className={classNames(styles.tab, !is_files && styles.on)} onClick={() => show({ found: 'messages' })}>{t(m.messages)}</button>
            <button type="button" aria-pressed={is_files} className={classNames(styles.tab, is_files && styles.on)} onClick={() => show({ found: 'files' })}>{t(m.files)}</button>
          </div>
          {is_files ? <FoundFiles key={terms} team_id={team_id} terms={terms} /> : <FoundPosts key={terms} team_id={team_id} terms={terms} />}
        </>
      )}
    </PanelFrame>
  );
}

type FoundProps = { team_id: string; terms: string };

function FoundPosts({ team_id, terms }: FoundProps): ReactNode {
  const t = useT();
  const { ids, matches, failure, retry } = usePostSearch(team_id, terms);
  const own_words = markedWords(terms);
  return (
    <>
      <span className="visually-hidden" role="status">{ids && t(m.found, { count: ids.length })}</span>
      <Results ids={ids} failure={failure} on_retry={retry} words_of={(id) => matches?.[id] ?? own_words} empty={<Nothing terms={terms} />} />
    </>
  );
}

function FoundFiles({ team_id, terms }: FoundProps): ReactNode {
  const { files, failure, retry } = useFileSearch(team_id, terms);
  return <FileResults files={files} failure={failure} on_retry={retry} empty={<Nothing terms={terms} />} />;
}

function Nothing({ terms }: { terms: string }): ReactNode {
  const t = useT();
  return <EmptyState icon={<Search size={20} />} text={t(m.nothing, { terms })} />;
}
