import { useMemo } from 'react';
import { preferenceValue, savePreference, usePreference } from '#identity/preferences/web/index.ts';
import { myUserId, toast, useMyUserId } from '#kernel/web/index.ts';
import { skin_tones, type SkinTone } from './emoji.catalogue.ts';

// The protocol's clients keep both as preferences, so they follow a person to every machine.
const RECENT = 'recent_emojis';
const KEPT_MAX = 27;
const TONE_CATEGORY = 'emoji';
const TONE_NAME = 'emoji_skintone';
const FIRST_CHOICES = ['+1', 'white_check_mark', 'eyes', 'tada', 'heart', 'rocket', 'pray', 'joy', 'raised_hands'];

type Used = { name: string; usageCount: number };

/** Names of the emoji a person uses most; common ones until there are enough. */
export function useRecentEmojis(count: number): string[] {
  const text = usePreference(RECENT, useMyUserId());
  return useMemo(() => [...new Set([...readUsed(text).map((used) => used.name), ...FIRST_CHOICES])].slice(0, count), [text, count]);
}

/** Counts a use. */
export function rememberEmoji(name: string): void {
  const used = readUsed(preferenceValue(RECENT, myUserId()));
  const known = used.find((one) => one.name === name);
  const next = [...used.filter((one) => one !== known), { name, usageCount: (known?.usageCount ?? 0) + 1 }];
  next.sort((a, b) => b.usageCount - a.usageCount);
  savePreference(RECENT, myUserId(), JSON.stringify(next.slice(0, KEPT_MAX))).catch(() => undefined);
}

export function useSkinTone(): SkinTone | '' {
  const code = usePreference(TONE_CATEGORY, TONE_NAME);
  return toneOf(code);
}

export function saveSkinTone(tone: SkinTone | ''): void {
  const code = tone ? skin_tones[tone].codePointAt(0)!.toString(16).toUpperCase() : 'default';
  savePreference(TONE_CATEGORY, TONE_NAME, code).catch(toast.failure);
}

function toneOf(code: string): SkinTone | '' {
  const modifier = /^1F3F[B-F]$/i.test(code) ? String.fromCodePoint(Number.parseInt(code, 16)) : '';
  return (Object.keys(skin_tones) as SkinTone[]).find((tone) => skin_tones[tone] === modifier) ?? '';
}

function readUsed(text: string): Used[] {
  try {
    const value: unknown = JSON.parse(text || '[]');
    return Array.isArray(value) ? value.filter((one): one is Used => typeof one?.name === 'string' && typeof one.usageCount === 'number').sort((a, b) => b.usageCount - a.usageCount) : [];
  } catch {
    return [];
  }
}
