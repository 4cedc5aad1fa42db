import { randomFillSync } from 'node:crypto';

// The protocol's alphabet in ascending order, so that ids sort by their time of birth.
const ALPHABET = '13456789abcdefghijkmnopqrstuwxyz';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;
const pool = Buffer.allocUnsafe(4096);
let pool_at = pool.length;
let last_time = -1;
let time_prefix = '';

/** A new id: 26 characters of the protocol's alphabet, the first ten of them the time in milliseconds. */
export function newId(now: number = Date.now()): string {
  if (now !== last_time) {
    last_time = now;
    time_prefix = encodeTime(now);
  }
  return time_prefix + randomChars(RANDOM_CHARS);
}

/** A secret for sessions and tokens: 26 random characters (130 bits) that are not ordered by time. */
export function newToken(): string {
  return randomChars(26);
}

/** Whether `text` has the form of an id (what it names may not exist). */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^[a-zA-Z0-9]{26}$/.test(text);
}

function randomChars(count: number): string {
  if (pool_at + count > pool.length) {
    randomFillSync(pool);
    pool_at = 0;
  }
  let out = '';
  for (let i = 0; i < count; i++) out += ALPHABET[pool[pool_at++]! & 31];
  return out;
}

function encodeTime(now: number): string {
  let rest = now;
  let out = '';
  for (let i = 0; i < TIME_CHARS; i++) {
    out = ALPHABET[rest % 32] + out;
    rest = Math.floor(rest / 32);
  }
  return out;
}
