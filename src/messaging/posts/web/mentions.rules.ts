import type { Post } from '#messaging/posts/wire/index.ts';
import { parseMarkdown, type MarkdownNode } from './markdown/parse.ts';

export type MentionKeys = { readonly username: string; readonly keys: readonly string[]; readonly is_called_by_all: boolean };

const EVERYBODY = new Set(['all', 'channel', 'here']);
const kept = new WeakMap<Post, { keys: string; is_mention: boolean }>();

/** Whether the text outside of code calls the person: by @name, by a keyword, or with everybody. */
export function mentionsPerson(post: Post, keys: MentionKeys): boolean {
  const key = JSON.stringify(keys);
  const known = kept.get(post);
  if (known?.keys === key) return known.is_mention;
  const is_mention = callsPerson(parseMarkdown(post.message), keys);
  kept.set(post, { keys: key, is_mention });
  return is_mention;
}

/** Whether the text calls everybody in the channel, and by which word. */
export function findWideMention(message: string): string | undefined {
  return findIn(parseMarkdown(message), (node) => node.type === 'mention' && EVERYBODY.has(nameOf(node)))?.content.toLowerCase().replace(/[.:_-]+$/, '');
}

function callsPerson(nodes: readonly MarkdownNode[], { username, keys, is_called_by_all }: MentionKeys): boolean {
  const words = keys.map((key) => key.trim().toLowerCase()).filter(Boolean);
  return findIn(nodes, (node) => {
    if (node.type === 'mention') return isNamed(node, username) || (is_called_by_all && EVERYBODY.has(nameOf(node))) || words.includes(`@${nameOf(node)}`);
    return node.type === 'text' && words.some((word) => hasWord(node.content.toLowerCase(), word));
  }) !== undefined;
}

function isNamed(node: MarkdownNode, username: string): boolean {
  return node.content.toLowerCase() === username || nameOf(node) === username;
}

function nameOf(node: MarkdownNode): string {
  return node.content.toLowerCase().replace(/[.:_-]+$/, '');
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}_]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}_]/u.test(text.slice(at + word.length))) return true;
  }
  return false;
}

function findIn(nodes: readonly MarkdownNode[], test: (node: MarkdownNode) => boolean): MarkdownNode | undefined {
  for (const node of nodes) {
    const found = test(node) ? node : findIn(node.children, test);
    if (found) return found;
  }
  return undefined;
}
