import type { MemberNotify } from '#messaging/channels/server/feature.ts';
import { withoutCode } from './posts.rules.ts';

/** Whom a text addresses. */
export interface Mentions {
  /** Members addressed in person: by name, keyword or first name. */
  readonly users: ReadonlySet<string>;
  /** `@channel` or `@all`. */
  readonly is_wide: boolean;
  /** `@here`. */
  readonly is_here: boolean;
  /** Names after an @ that no member of the channel has. */
  readonly unknown: readonly string[];
}

interface Keywords {
  /** Lower-case word → members. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** First names, which count only as they are written. */
  readonly exact: ReadonlyMap<string, readonly string[]>;
  /** Keywords of scripts without spaces, found anywhere in a text. */
  readonly anywhere: readonly (readonly [string, string])[];
  /** Keywords of several words. */
  readonly phrases: readonly (readonly [string, string])[];
}

const NONE: Mentions = { users: new Set(), is_wide: false, is_here: false, unknown: [] };
const WORD = /[\p{L}\p{M}\p{N}:._@-]+/gu;
const EDGE = /^[:._-]+|[:._-]+$/g;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const LINK_TARGET = /\]\([^)\s]*\)|https?:\/\/\S+/g;

// The members' keywords change rarely and are asked for with every post: made once for each list of members.
const cache = new WeakMap<ReadonlyMap<string, MemberNotify>, Keywords>();

/** Finds whom a text addresses among the members of its channel. */
export function findMentions(texts: readonly string[], members: ReadonlyMap<string, MemberNotify>): Mentions {
  const keywords = keywordsOf(members);
  const users = new Set<string>();
  const unknown = new Set<string>();
  const found = { is_wide: false, is_here: false };
  for (const raw of texts) {
    if (!raw) continue;
    const text = withoutCode(raw).replace(LINK_TARGET, ' ');
    for (const [word] of text.matchAll(WORD)) matchWord(word, keywords, users, unknown, found);
    if (keywords.anywhere.length || keywords.phrases.length) matchAnywhere(text.toLowerCase(), keywords, users);
  }
  if (!users.size && !unknown.size && !found.is_wide && !found.is_here) return NONE;
  return { users, ...found, unknown: [...unknown] };
}

function matchWord(word: string, keywords: Keywords, users: Set<string>, unknown: Set<string>, found: { is_wide: boolean; is_here: boolean }): void {
  if (/^:[\w+-]+:$/.test(word)) return; // an emoji
  let rest = word.replace(/^[:._-]+/, '');
  if (!rest) return;
  for (;;) {
    const lower = rest.toLowerCase();
    if (lower === '@channel' || lower === '@all') return void (found.is_wide = true);
    if (lower === '@here') return void (found.is_here = true);
    const hit = keywords.words.get(lower) ?? keywords.exact.get(rest);
    if (hit) return hit.forEach((user_id) => users.add(user_id));
    const shorter = rest.replace(/[:._-]$/, '');
    if (shorter === rest || !shorter) break;
    rest = shorter;
  }
  if (rest.startsWith('@')) return void (rest.length > 1 && unknown.add(rest.slice(1).toLowerCase()));
  for (const part of rest.split(/[.:-]/)) {
    const clean = part.replace(EDGE, '');
    for (const user_id of keywords.words.get(clean.toLowerCase()) ?? keywords.exact.get(clean) ?? []) users.add(user_id);
  }
}

function matchAnywhere(text: string, keywords: Keywords, users: Set<string>): void {
  for (const [word, user_id] of keywords.anywhere) if (text.includes(word)) users.add(user_id);
  for (const [phrase, user_id] of keywords.phrases) if (` ${text.replace(/\s+/g, ' ')} `.includes(` ${phrase} `)) users.add(user_id);
}

function keywordsOf(members: ReadonlyMap<string, MemberNotify>): Keywords {
  const known = cache.get(members);
  if (known) return known;
  const words = new Map<string, string[]>();
  const exact = new Map<string, string[]>();
  const anywhere: [string, string][] = [];
  const phrases: [string, string][] = [];
  for (const [user_id, member] of members) {
    addTo(words, `@${member.username.toLowerCase()}`, user_id);
    for (const raw of member.mention_keys) {
      const key = raw.trim().toLowerCase();
      if (!key) continue;
      if (CJK.test(key)) anywhere.push([key, user_id]);
      else if (/\s/.test(key)) phrases.push([key, user_id]);
      else addTo(words, key, user_id);
    }
    if (member.first_name) addTo(exact, member.first_name, user_id);
  }
  const keywords = { words, exact, anywhere, phrases };
  cache.set(members, keywords);
  return keywords;
}

function addTo(map: Map<string, string[]>, key: string, user_id: string): void {
  const list = map.get(key);
  if (list) list.push(user_id);
  else map.set(key, [user_id]);
}
