import { Fragment, type ReactNode } from 'react';
import { Tooltip } from '#kernel/web/index.ts';

const LINK = /\[([^\]\n]{1,200})\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>()]+)/g;

/** A channel's topic: one line of text in which links work. */
export function Topic({ text, className }: { text: string; className?: string | undefined }): ReactNode {
  return (
    <Tooltip label={text} side="bottom">
      <span className={className}>{withLinks(text.replace(/\s+/g, ' '))}</span>
    </Tooltip>
  );
}

function withLinks(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const [whole, label, target, bare] = match;
    parts.push(<Fragment key={from}>{text.slice(from, match.index)}</Fragment>);
    parts.push(<a key={`link-${match.index}`} href={target ?? bare} target="_blank" rel="noopener noreferrer">{label ?? bare}</a>);
    from = match.index + whole.length;
  }
  parts.push(<Fragment key={from}>{text.slice(from)}</Fragment>);
  return parts;
}
