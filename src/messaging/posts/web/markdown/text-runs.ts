/** A stretch of plain text: words, an emoji character, the name of an emoji, or a word to highlight. */
export type TextRun = { readonly kind: 'text' | 'emoji' | 'emoticon' | 'mark'; readonly text: string };

const EMOJI_CHARACTER =
  /[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:[\u{e0020}-\u{e007f}]+)?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)*/u;
/** Signs that are text unless a variation selector asks for the picture. */
const TEXT_SIGN = /^[\u00a9\u00ae\u2122\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299\u203c\u2049\u2139]$/u;
const SHOWN_AS_PICTURE = /^\p{Emoji_Presentation}$/u;

const EMOTICONS: Readonly<Record<string, string>> = {
  ':)': 'slightly_smiling_face', ':-)': 'slightly_smiling_face', ':D': 'smile', ':-D': 'smile', ';)': 'wink', ';-)': 'wink',
  ':(': 'slightly_frowning_face', ':-(': 'slightly_frowning_face', ":'(": 'cry', ':p': 'stuck_out_tongue', ':P': 'stuck_out_tongue',
  ':-p': 'stuck_out_tongue', ':-P': 'stuck_out_tongue', ';p': 'stuck_out_tongue_winking_eye', ':o': 'open_mouth', ':O': 'open_mouth',
  ':|': 'neutral_face', ':-|': 'neutral_face', ':*': 'kissing_heart', '<3': 'heart', '</3': 'broken_heart',
};
const EMOTICON = new RegExp(`(?<=^|\\s)(?:${Object.keys(EMOTICONS).sort((a, b) => b.length - a.length).map(escapePattern).join('|')})(?=$|[\\s.,!?])`);
const PLAIN = new RegExp(`${EMOJI_CHARACTER.source}|${EMOTICON.source}`, 'gu');

/** Splits text into words and emoji, and marks the given words wherever they stand alone. */
export function splitText(text: string, marked_words: readonly string[] = []): TextRun[] {
  const pattern = marked_words.length ? markPattern(marked_words) : undefined;
  if (!pattern) return splitEmoji(text);
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) runs.push(...splitEmoji(text.slice(from, match.index)));
    runs.push({ kind: 'mark', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push(...splitEmoji(text.slice(from)));
  return runs;
}

function splitEmoji(text: string): TextRun[] {
  const runs: TextRun[] = [];
  let from = 0;
  for (const match of text.matchAll(PLAIN)) {
    const name = EMOTICONS[match[0]];
    if (!name && TEXT_SIGN.test(match[0]) && !SHOWN_AS_PICTURE.test(match[0])) continue;
    if (match.index > from) runs.push({ kind: 'text', text: text.slice(from, match.index) });
    runs.push(name ? { kind: 'emoticon', text: name } : { kind: 'emoji', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) });
  return runs;
}

const patterns = new Map<string, RegExp>();

function markPattern(words: readonly string[]): RegExp | undefined {
  const wanted = words.filter((word) => word.trim());
  if (!wanted.length) return undefined;
  const key = wanted.join('\n');
  const known = patterns.get(key);
  if (known) return known;
  const made = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${wanted.map(writeWord).join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
  if (patterns.size > 50) patterns.clear();
  patterns.set(key, made);
  return made;
}

/** A word that ends in * stands for all that begin like it. */
function writeWord(word: string): string {
  return word.endsWith('*') ? `${escapePattern(word.slice(0, -1))}[\\p{L}\\p{N}_]*` : escapePattern(word);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
