import markdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { addInlineRules } from './inline-rules.ts';
import { addTaskLists } from './task-list.ts';
import { safeUrl } from './urls.ts';

/** One element of a message: what the drawing knows how to draw, never HTML. */
export type MarkdownNode = {
  /** markdown-it's name without `_open`: paragraph, list_item, text, mention … */
  readonly type: string;
  readonly content: string;
  /** First word of a code fence, level of a heading, alignment of a cell. */
  readonly info: string;
  /** Address of a link or image; start of an ordered list. */
  readonly target: string;
  readonly is_done?: boolean;
  /** Paragraph of a tight list: drawn without its own box. */
  readonly is_hidden: boolean;
  readonly children: readonly MarkdownNode[];
};

const WWW_REST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#][^\s<>"']*[^\s<>"'.,;:!?)\]}*_~])?/u;
const KEPT_MAX = 400;
const kept = new Map<string, readonly MarkdownNode[]>();
const parser = createParser();

/** Parses a message's text. Answers are kept, since lists draw the same texts again and again. */
export function parseMarkdown(text: string): readonly MarkdownNode[] {
  const known = kept.get(text);
  if (known) return known;
  const nodes = buildTree(parser.parse(text, {}));
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value!);
  kept.set(text, nodes);
  return nodes;
}

function createParser(): MarkdownIt {
  const made = markdownIt({ html: false, linkify: true, breaks: true, typographer: false, maxNesting: 24 });
  made.validateLink = (url) => safeUrl(url) !== undefined;
  made.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
  made.linkify.add('ftp:', null).add('//', null);
  made.linkify.add('www.', {
    validate: (text, pos) => WWW_REST.exec(text.slice(pos))?.[0].length ?? 0,
    normalize: (match) => void (match.url = `http://${match.url}`),
  });
  addInlineRules(made);
  addTaskLists(made);
  return made;
}

function buildTree(tokens: readonly Token[]): MarkdownNode[] {
  const root: MarkdownNode[] = [];
  const open: MarkdownNode[][] = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      if (open.length > 1) open.pop();
      continue;
    }
    const children: MarkdownNode[] = token.children ? buildTree(token.children) : [];
    const siblings = open.at(-1)!;
    if (token.type === 'inline') {
      siblings.push(...children);
      continue;
    }
    siblings.push(toNode(token, children));
    if (token.nesting > 0) open.push(children);
  }
  return root;
}

function toNode(token: Token, children: MarkdownNode[]): MarkdownNode {
  return {
    type: token.type.replace(/_open$/, ''),
    content: token.content,
    info: infoOf(token),
    target: String(token.attrGet('href') ?? token.attrGet('src') ?? token.attrGet('start') ?? ''),
    is_hidden: token.hidden,
    children,
    ...(token.meta && 'is_done' in token.meta ? { is_done: token.meta.is_done === true } : {}),
  };
}

function infoOf(token: Token): string {
  if (token.type === 'fence') return (token.info.trim().split(/\s+/)[0] ?? '').toLowerCase();
  if (token.type === 'heading_open') return token.tag.slice(1);
  if (token.type === 'th_open' || token.type === 'td_open') return /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1] ?? '';
  return '';
}
