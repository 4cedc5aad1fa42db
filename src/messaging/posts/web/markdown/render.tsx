import { Fragment, type ComponentType, type ReactNode } from 'react';
import type { MarkdownNode } from './parse.ts';
import { splitText } from './text-runs.ts';
import { safeUrl } from './urls.ts';

/** How the parts of a message are drawn that know people, channels and emoji. */
export type MarkdownParts = {
  Mention: ComponentType<{ name: string }>;
  ChannelLink: ComponentType<{ name: string }>;
  Hashtag: ComponentType<{ tag: string }>;
  Emoji: ComponentType<{ name: string; is_jumbo: boolean }>;
  EmojiText: ComponentType<{ text: string; is_jumbo: boolean }>;
  CodeBlock: ComponentType<{ code: string; language: string }>;
  Link: ComponentType<{ href: string; children: ReactNode }>;
  Image: ComponentType<{ src: string; alt: string }>;
  TaskBox: ComponentType<{ is_done: boolean }>;
};

export type RenderOptions = {
  readonly parts: MarkdownParts;
  /** Words that stand out: the reader's own keywords, or what was searched for. */
  readonly marked_words: readonly string[];
  readonly is_jumbo: boolean;
};

type Draw = (node: MarkdownNode, options: RenderOptions) => ReactNode;

/** Draws a parsed message as React elements. Everything that somebody wrote ends as a text node or a checked address. */
export function renderMarkdown(nodes: readonly MarkdownNode[], options: RenderOptions): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{(DRAW[node.type] ?? drawText)(node, options)}</Fragment>);
}

const inside: Draw = (node, options) => renderMarkdown(node.children, options);

const DRAW: Readonly<Record<string, Draw>> = {
  paragraph: (node, options) => (node.is_hidden ? inside(node, options) : <p>{inside(node, options)}</p>),
  heading: drawHeading,
  blockquote: (node, options) => <blockquote>{inside(node, options)}</blockquote>,
  bullet_list: (node, options) => <ul>{inside(node, options)}</ul>,
  ordered_list: (node, options) => <ol start={Number(node.target) || 1}>{inside(node, options)}</ol>,
  list_item: drawItem,
  hr: () => <hr />,
  fence: (node, { parts }) => <parts.CodeBlock code={node.content} language={node.info} />,
  code_block: (node, { parts }) => <parts.CodeBlock code={node.content} language="" />,
  code_inline: (node) => <code>{node.content}</code>,
  // Wide tables scroll on their own, so they must be reachable by keyboard.
  table: (node, options) => <div className="table" role="group" tabIndex={0}><table>{inside(node, options)}</table></div>,
  thead: (node, options) => <thead>{inside(node, options)}</thead>,
  tbody: (node, options) => <tbody>{inside(node, options)}</tbody>,
  tr: (node, options) => <tr>{inside(node, options)}</tr>,
  th: (node, options) => <th data-align={node.info || undefined}>{inside(node, options)}</th>,
  td: (node, options) => <td data-align={node.info || undefined}>{inside(node, options)}</td>,
  strong: (node, options) => <strong>{inside(node, options)}</strong>,
  em: (node, options) => <em>{inside(node, options)}</em>,
  s: (node, options) => <s>{inside(node, options)}</s>,
  softbreak: () => <br />,
  hardbreak: () => <br />,
  link: drawLink,
  image: drawImage,
  mention: (node, { parts }) => <parts.Mention name={node.content} />,
  channel_link: (node, { parts }) => <parts.ChannelLink name={node.content} />,
  hashtag: (node, { parts }) => <parts.Hashtag tag={node.content} />,
  emoji: (node, { parts, is_jumbo }) => <parts.Emoji name={node.content} is_jumbo={is_jumbo} />,
  text: drawText,
};

// A heading of a message is no heading of the page: it would stand in the outline between channel and panel.
function drawHeading(node: MarkdownNode, options: RenderOptions): ReactNode {
  return <p data-level={node.info}>{inside(node, options)}</p>;
}

function drawItem(node: MarkdownNode, options: RenderOptions): ReactNode {
  if (node.is_done === undefined) return <li>{inside(node, options)}</li>;
  return <li data-task={node.is_done ? 'done' : 'open'}><options.parts.TaskBox is_done={node.is_done} /><span>{inside(node, options)}</span></li>;
}

function drawLink(node: MarkdownNode, options: RenderOptions): ReactNode {
  const href = safeUrl(node.target);
  return href ? <options.parts.Link href={href}>{inside(node, options)}</options.parts.Link> : inside(node, options);
}

function drawImage(node: MarkdownNode, { parts }: RenderOptions): ReactNode {
  const alt = plainText(node.children) || node.content;
  return <parts.Image src={node.target} alt={alt} />;
}

function drawText(node: MarkdownNode, { parts, marked_words, is_jumbo }: RenderOptions): ReactNode {
  return splitText(node.content, marked_words).map((run, index) => {
    if (run.kind === 'emoji') return <parts.EmojiText key={index} text={run.text} is_jumbo={is_jumbo} />;
    if (run.kind === 'emoticon') return <parts.Emoji key={index} name={run.text} is_jumbo={is_jumbo} />;
    if (run.kind === 'mark') return <mark key={index}>{run.text}</mark>;
    return <Fragment key={index}>{run.text}</Fragment>;
  });
}

/** The words of a message without its marks, for previews, notifications and labels. */
export function plainText(nodes: readonly MarkdownNode[]): string {
  return nodes.map((node) => PLAIN[node.type]?.(node) ?? (node.content || plainText(node.children))).join('');
}

const PLAIN: Readonly<Record<string, (node: MarkdownNode) => string>> = {
  mention: (node) => `@${node.content}`,
  channel_link: (node) => `~${node.content}`,
  hashtag: (node) => `#${node.content}`,
  emoji: (node) => `:${node.content}:`,
  softbreak: () => ' ',
  hardbreak: () => ' ',
  paragraph: (node) => `${plainText(node.children)} `,
  list_item: (node) => `${plainText(node.children)} `,
  td: (node) => `${plainText(node.children)} `,
  th: (node) => `${plainText(node.children)} `,
};

const JUMBO_MAX = 8;

/** True for a message of a few emoji and nothing else: they are drawn large. */
export function isEmojiOnly(nodes: readonly MarkdownNode[]): boolean {
  const [paragraph] = nodes;
  if (nodes.length !== 1 || paragraph?.type !== 'paragraph') return false;
  let count = 0;
  for (const node of paragraph.children) {
    if (node.type === 'emoji') count++;
    else if (node.type !== 'text') return false;
    else
      for (const run of splitText(node.content)) {
        if (run.kind === 'text' && run.text.trim()) return false;
        if (run.kind !== 'text') count++;
      }
  }
  return count > 0 && count <= JUMBO_MAX;
}
