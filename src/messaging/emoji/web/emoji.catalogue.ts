export type EmojiGroup =
  | 'smileys-emotion' | 'people-body' | 'animals-nature' | 'food-drink' | 'travel-places' | 'activities' | 'objects' | 'symbols' | 'flags';

/** One emoji of the Unicode set under the protocol's names; the first name is the one that is written. */
export type SystemEmoji = {
  readonly names: readonly [string, ...string[]];
  readonly text: string;
  readonly group: EmojiGroup;
  readonly has_skin_tones: boolean;
  /** Drawn by the bundled font; newer ones are understood but not offered. */
  readonly is_offered: boolean;
  /** Words of the picker's search, separated by spaces; empty until they are loaded. */
  keywords: string;
};

export type EmojiCatalogue = {
  readonly groups: ReadonlyMap<EmojiGroup, readonly SystemEmoji[]>;
  readonly by_name: ReadonlyMap<string, SystemEmoji>;
  readonly by_text: ReadonlyMap<string, SystemEmoji>;
};

/** Suffixes of the protocol's names and the modifiers that they stand for. */
export const skin_tones = {
  light_skin_tone: '\u{1f3fb}',
  medium_light_skin_tone: '\u{1f3fc}',
  medium_skin_tone: '\u{1f3fd}',
  medium_dark_skin_tone: '\u{1f3fe}',
  dark_skin_tone: '\u{1f3ff}',
} as const;
export type SkinTone = keyof typeof skin_tones;

const TONE_NAME = /^(.+?)_((?:medium_)?(?:light|dark)_skin_tone|medium_skin_tone)$/;
const TONE_SIGN = /[\u{1f3fb}-\u{1f3ff}]/u;

/** Reads the catalogue from its lines of `code names…`; `*` marks skin tones, `!` what the font cannot draw. */
export function readCatalogue(lines_of: Readonly<Record<string, string>>): EmojiCatalogue {
  const groups = new Map<EmojiGroup, SystemEmoji[]>();
  const by_name = new Map<string, SystemEmoji>();
  const by_text = new Map<string, SystemEmoji>();
  for (const [group, lines] of Object.entries(lines_of)) {
    const emojis = lines.split('\n').map((line) => readLine(line, group as EmojiGroup));
    groups.set(group as EmojiGroup, emojis);
    for (const emoji of emojis) {
      for (const name of emoji.names) by_name.set(name, emoji);
      by_text.set(bare(emoji.text), emoji);
    }
  }
  return { groups, by_name, by_text };
}

/** Adds the words to search by; they come in the same order as the emoji. */
export function addKeywords(catalogue: EmojiCatalogue, lines_of: Readonly<Record<string, string>>): void {
  for (const [group, emojis] of catalogue.groups) lines_of[group]?.split('\n').forEach((words, index) => emojis[index] && (emojis[index].keywords = words));
}

/** The characters of an emoji by its name, with or without a skin tone; undefined where nothing has that name. */
export function emojiText(catalogue: EmojiCatalogue, name: string): string | undefined {
  const plain = catalogue.by_name.get(name);
  if (plain) return plain.text;
  const match = TONE_NAME.exec(name);
  const base = match?.[1] ? catalogue.by_name.get(match[1]) : undefined;
  return base?.has_skin_tones ? withTone(base.text, match![2] as SkinTone) : undefined;
}

/** The protocol's name of an emoji's characters. */
export function emojiName(catalogue: EmojiCatalogue, text: string): string | undefined {
  const plain = catalogue.by_text.get(bare(text));
  if (plain) return plain.names[0];
  const sign = TONE_SIGN.exec(text)?.[0];
  const base = sign ? catalogue.by_text.get(bare(text.replace(TONE_SIGN, ''))) : undefined;
  const tone = Object.entries(skin_tones).find(([, modifier]) => modifier === sign)?.[0];
  return base && tone ? `${base.names[0]}_${tone}` : undefined;
}

/** The name to write for an emoji in the skin tone that a person likes. */
export function nameInTone(emoji: SystemEmoji, tone: SkinTone | ''): string {
  return tone && emoji.has_skin_tones ? `${emoji.names[0]}_${tone}` : emoji.names[0];
}

/** Emoji whose names or keywords fit, best first: names that begin with the term, then parts of names, then keywords. */
export function searchEmojis(catalogue: EmojiCatalogue, term: string, limit: number): SystemEmoji[] {
  const wanted = term.toLowerCase().replace(/\s+/g, '_');
  const found: { emoji: SystemEmoji; rank: number }[] = [];
  for (const emojis of catalogue.groups.values())
    for (const emoji of emojis) {
      const rank = emoji.is_offered ? rankOf(emoji, wanted) : undefined;
      if (rank !== undefined) found.push({ emoji, rank });
    }
  return found.sort((a, b) => a.rank - b.rank).slice(0, limit).map((one) => one.emoji);
}

export function withTone(text: string, tone: SkinTone): string {
  const [first, ...rest] = [...text];
  return [first, skin_tones[tone], ...(rest[0] === '\ufe0f' ? rest.slice(1) : rest)].join('');
}

function rankOf(emoji: SystemEmoji, wanted: string): number | undefined {
  let best: number | undefined;
  for (const name of emoji.names) {
    const at = name.indexOf(wanted);
    if (at < 0) continue;
    const rank = name === wanted ? 0 : at === 0 ? 1 : /[_-]/.test(name[at - 1] ?? '') ? 2 : 3;
    best = Math.min(best ?? rank, rank);
  }
  if (best !== undefined) return best;
  return emoji.keywords.split(' ').some((word) => word.startsWith(wanted)) ? 4 : undefined;
}

function readLine(line: string, group: EmojiGroup): SystemEmoji {
  const [code = '', ...names] = line.split(' ');
  const text = String.fromCodePoint(...code.replace(/[*!]/g, '').split('-').map((part) => Number.parseInt(part, 16)));
  return { names: names as [string, ...string[]], text, group, has_skin_tones: code.includes('*'), is_offered: !code.includes('!'), keywords: '' };
}

/** Without variation selectors, which people and systems leave out as they like. */
function bare(text: string): string {
  return text.replace(/\ufe0f/g, '');
}
