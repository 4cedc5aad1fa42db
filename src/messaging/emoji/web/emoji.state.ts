import { create } from 'zustand';
import type { CustomEmoji } from '#messaging/emoji/wire/index.ts';
import { addKeywords, emojiText, readCatalogue, type EmojiCatalogue } from './emoji.catalogue.ts';
import { emojiImagePath, fetchEmojisByName } from './emoji.client.ts';

type EmojiState = {
  /** Null until somebody needs a name. */
  catalogue: EmojiCatalogue | null;
  /** By name; null = the server has none of that name. */
  custom: Readonly<Record<string, CustomEmoji | null>>;
};

/** What a name stands for: characters, an image, or nothing (then the name stays text). */
export type FoundEmoji = { kind: 'text'; text: string } | { kind: 'image'; path: string } | { kind: 'none' };

export const emojiState = create<EmojiState>(() => ({ catalogue: null, custom: {} }));

const ASK_AFTER_MS = 30;
const ASK_MAX = 200;
let loading: Promise<EmojiCatalogue> | null = null;
let wanted = new Set<string>();

/** Loads the names of the Unicode set, once. */
export function loadCatalogue(): Promise<EmojiCatalogue> {
  loading ??= import('./catalogue/emoji-data.json').then(({ default: lines }) => {
    const catalogue = readCatalogue(lines);
    emojiState.setState({ catalogue });
    return catalogue;
  });
  return loading;
}

/** Loads the words that the picker searches by. */
export async function loadKeywords(): Promise<EmojiCatalogue> {
  const [catalogue, { default: lines }] = await Promise.all([loadCatalogue(), import('./catalogue/emoji-keywords.json')]);
  addKeywords(catalogue, lines);
  return catalogue;
}

/** Takes over custom emoji that came with posts, pages or events. */
export function addCustomEmojis(emojis: readonly CustomEmoji[]): void {
  const { custom } = emojiState.getState();
  if (emojis.every((emoji) => custom[emoji.name]?.id === emoji.id)) return;
  emojiState.setState({ custom: { ...custom, ...Object.fromEntries(emojis.map((emoji) => [emoji.name, emoji])) } });
}

/** What the name stands for; undefined while it is not known yet. */
export function findEmoji(state: EmojiState, name: string): FoundEmoji | undefined {
  const custom = state.custom[name];
  if (custom) return { kind: 'image', path: emojiImagePath(custom.id) };
  if (!state.catalogue) return undefined;
  const text = emojiText(state.catalogue, name);
  if (text) return { kind: 'text', text };
  return custom === null ? { kind: 'none' } : undefined;
}

/** Makes sure that the name becomes known; names are asked for together. */
export function askForEmoji(name: string): void {
  void loadCatalogue().then((catalogue) => {
    if (emojiText(catalogue, name) || emojiState.getState().custom[name] !== undefined || wanted.has(name)) return;
    wanted.add(name);
    if (wanted.size === 1) setTimeout(() => void askNow(), ASK_AFTER_MS);
  });
}

export function forgetCustomEmojis(): void {
  emojiState.setState({ custom: {} });
}

async function askNow(): Promise<void> {
  const names = [...wanted].slice(0, ASK_MAX);
  wanted = new Set([...wanted].slice(ASK_MAX));
  const found = await fetchEmojisByName(names).catch(() => []);
  const none = Object.fromEntries(names.map((name) => [name, null]));
  const known = Object.fromEntries(found.map((emoji) => [emoji.name, emoji]));
  emojiState.setState(({ custom }) => ({ custom: { ...none, ...custom, ...known } }));
  if (wanted.size) setTimeout(() => void askNow(), ASK_AFTER_MS);
}
