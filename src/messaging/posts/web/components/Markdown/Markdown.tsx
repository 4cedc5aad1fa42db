import { memo, useMemo, type ReactNode } from 'react';
import { classNames } from '#kernel/web/index.ts';
import type { PostProps } from '#messaging/posts/wire/index.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { isEmojiOnly, plainText, renderMarkdown } from '../../markdown/render.tsx';
import styles from './Markdown.module.css';
import { splitText } from '../../markdown/text-runs.ts';
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
  /** Without links and buttons, for texts that are inside of one. */
  is_static?: boolean;
};

const EMOJI_NAME = /:([a-z0-9_+-]{1,64}):/i;
const no_words: readonly string[] = [];

/** A text in the protocol's Markdown. Nothing in it ever becomes HTML. */
export const Markdown = memo(function Markdown({ text, channel_mentions, is_mention_marked = true, marked_words = no_words, may_be_jumbo = false, is_inline = false, is_static = false }: MarkdownProps): ReactNode {
  const nodes = useMemo(() => parseMarkdown(text), [text]);
  const is_jumbo = may_be_jumbo && isEmojiOnly(nodes);
  const mentions = useMemo<MarkdownMentions>(() => ({ channel_mentions: channel_mentions ?? {}, is_mention_marked }), [channel_mentions, is_mention_marked]);
  const Box = is_inline ? 'span' : 'div';
  return (
    <MarkdownContext.Provider value={mentions}>
      <Box className={classNames(styles.markdown, is_jumbo && styles.jumbo, is_inline && styles.inline)} dir="auto">
        {is_static ? plainRuns(nodes) : renderMarkdown(nodes, { parts, marked_words, is_jumbo })}
      </Box>
    </MarkdownContext.Provider>
  );
});

/** The words alone, with their emoji. */
function plainRuns(nodes: ReturnType<typeof parseMarkdown>): ReactNode {
  return plainText(nodes).split(EMOJI_NAME).map((part, index) => (index % 2 ? <parts.Emoji key={index} name={part} is_jumbo={false} /> : splitText(part).map((run, at) => (run.kind === 'emoji' ? <parts.EmojiText key={`${index} ${at}`} text={run.text} is_jumbo={false} /> : run.kind === 'emoticon' ? <parts.Emoji key={`${index} ${at}`} name={run.text} is_jumbo={false} /> : run.text))));
}
