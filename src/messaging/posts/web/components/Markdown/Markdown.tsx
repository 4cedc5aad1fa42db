import { memo, useMemo, type ReactNode } from 'react';
import { classNames } from '#kernel/web/index.ts';
import type { PostProps } from '#messaging/posts/wire/index.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { isEmojiOnly, renderMarkdown } from '../../markdown/render.tsx';
import styles from './Markdown.module.css';
import { MarkdownContext, parts, type MarkdownMentions } from './parts.tsx';

export type MarkdownProps = {
  text: string;
  /** What the server knows of the channels that the text names. */
  channel_mentions?: PostProps['channel_mentions'];
  /** False = a mention of the reader is drawn like any other. */
  is_mention_marked?: boolean;
  /** Words that stand out: keywords of the reader, words that were searched for. */
  marked_words?: readonly string[];
  /** A message of emoji only is drawn large. */
  may_be_jumbo?: boolean;
  /** One line without blocks, for previews and headers. */
  is_inline?: boolean;
};

const no_words: readonly string[] = [];

/** A text in the protocol's Markdown. Nothing in it ever becomes HTML. */
export const Markdown = memo(function Markdown({ text, channel_mentions, is_mention_marked = true, marked_words = no_words, may_be_jumbo = false, is_inline = false }: MarkdownProps): ReactNode {
  const nodes = useMemo(() => parseMarkdown(text), [text]);
  const is_jumbo = may_be_jumbo && isEmojiOnly(nodes);
  const mentions = useMemo<MarkdownMentions>(() => ({ channel_mentions: channel_mentions ?? {}, is_mention_marked }), [channel_mentions, is_mention_marked]);
  return (
    <MarkdownContext.Provider value={mentions}>
      <div className={classNames(styles.markdown, is_jumbo && styles.jumbo, is_inline && styles.inline)} dir="auto">
        {renderMarkdown(nodes, { parts, marked_words, is_jumbo })}
      </div>
    </MarkdownContext.Provider>
  );
});
