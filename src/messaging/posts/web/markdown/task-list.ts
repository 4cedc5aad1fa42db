import type { MarkdownIt, StateCore } from 'markdown-it';

const TASK = /^\[( |x|X)\]\s+/;

/** Turns list items that begin with `[ ]` or `[x]` into tasks: `meta.is_done` of the item. */
export function addTaskLists(parser: MarkdownIt): void {
  parser.core.ruler.after('block', 'task_list', markTasks);
}

function markTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    const item = state.tokens[index - 2];
    if (token.type !== 'inline' || item?.type !== 'list_item_open' || state.tokens[index - 1]?.type !== 'paragraph_open') return;
    const match = TASK.exec(token.content);
    if (!match) return;
    item.meta = { is_done: match[1] !== ' ' };
    token.content = token.content.slice(match[0].length);
  });
}
