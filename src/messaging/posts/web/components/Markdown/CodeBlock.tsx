import { Check, Copy } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { common_messages, IconButton, useT } from '#kernel/web/index.ts';
import type { CodePart } from '../../markdown/highlight.ts';
import { languageOf } from '../../markdown/languages.ts';
import { post_messages as m } from '../../posts.messages.ts';
import styles from './CodeBlock.module.css';

const COLOURED_MAX = 20_000;
const COPIED_FOR_MS = 1500;

/** A fence of code: coloured when its language is known, with a button that copies it. */
export function CodeBlock({ code, language }: { code: string; language: string }): ReactNode {
  const t = useT();
  const text = code.replace(/\n$/, '');
  const parts = useColours(text, language);
  return (
    <figure className={styles.block}>
      <pre className={styles.code} tabIndex={0} aria-label={language ? t(m.code_in, { language }) : t(m.code)}>
        <code>{parts ? drawParts(parts) : text}</code>
      </pre>
      <div className={styles.tools}>
        {language && <span className={styles.language}>{language}</span>}
        <CopyButton text={text} />
      </div>
    </figure>
  );
}

function CopyButton({ text }: { text: string }): ReactNode {
  const t = useT();
  const [is_copied, setCopied] = useState(false);
  useEffect(() => {
    if (!is_copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_FOR_MS);
    return () => clearTimeout(timer);
  }, [is_copied]);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return <IconButton size="s" className={styles.copy} label={is_copied ? t(common_messages.copied) : t(m.copy_code)} icon={is_copied ? <Check size={14} /> : <Copy size={14} />} onClick={copy} />;
}

function useColours(text: string, language: string): readonly CodePart[] | null {
  const [parts, setParts] = useState<readonly CodePart[] | null>(null);
  const known = languageOf(language);
  useEffect(() => {
    let is_current = true;
    setParts(null);
    if (!known || text.length > COLOURED_MAX) return;
    import('../../markdown/highlight.ts')
      .then(({ highlightCode }) => highlightCode(text, known))
      .then((coloured) => is_current && setParts(coloured), reportError);
    return () => void (is_current = false);
  }, [text, known]);
  return parts;
}

function drawParts(parts: readonly CodePart[]): ReactNode {
  return parts.map((part, index) => (typeof part === 'string' ? part : <span key={index} className={part.class_name}>{drawParts(part.parts)}</span>));
}
