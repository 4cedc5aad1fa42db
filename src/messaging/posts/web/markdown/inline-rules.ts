import type { MarkdownIt, StateInline } from 'markdown-it';

const USERNAME = /@([a-z0-9][a-z0-9._:-]*)/iy;
const CHANNEL = /~([a-z0-9][a-z0-9._-]*)/iy;
const HASHTAG = /#(\p{L}[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}])/uy;
const EMOJI = /:([a-zA-Z0-9_+-]{1,64}):(?![a-zA-Z0-9_])/y;
const HASHTAG_LETTERS_MIN = 3;

/** Teaches the parser @people, ~channels, #tags and :emoji:. Names are not looked up here: the drawing decides. */
export function addInlineRules(parser: MarkdownIt): void {
  const rules = parser.inline.ruler;
  rules.after('linkify', 'mention', (state, silent) => take(state, silent, 'mention', USERNAME, /[\p{L}\p{N}_/]$/u));
  rules.after('linkify', 'channel_link', (state, silent) => take(state, silent, 'channel_link', CHANNEL, /[\p{L}\p{N}_/~]$/u));
  rules.after('linkify', 'hashtag', (state, silent) => take(state, silent, 'hashtag', HASHTAG, /[\p{L}\p{N}_/#&=?]$/u));
  rules.after('linkify', 'emoji', (state, silent) => take(state, silent, 'emoji', EMOJI, /[\p{L}\p{N}_/]$/u));
}

function take(state: StateInline, silent: boolean, type: string, pattern: RegExp, not_after: RegExp): boolean {
  pattern.lastIndex = state.pos;
  const match = pattern.exec(state.src);
  if (!match?.[1] || state.pos + match[0].length > state.posMax) return false;
  if (type === 'hashtag' && match[1].length < HASHTAG_LETTERS_MIN) return false;
  const before = state.src.slice(Math.max(0, state.pos - 2), state.pos);
  const follows_emoji = type === 'emoji' && state.pending === '' && state.tokens.at(-1)?.type === 'emoji';
  if (!follows_emoji && not_after.test(before)) return false;
  // Inside a link only the emoji keep their meaning: a link in a link cannot be drawn.
  if (state.linkLevel > 0 && type !== 'emoji') return false;
  if (!silent) state.push(type, '', 0).content = match[1];
  state.pos += match[0].length;
  return true;
}
