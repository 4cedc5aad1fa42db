import { z } from 'zod';
import { isId } from './ids.ts';

/** An id of the protocol: 26 letters and digits. */
export const id = () => z.string().refine(isId, 'must be an id of 26 letters and digits');

/** An id or the empty string, where the protocol means "none". */
export const optionalId = () => z.string().refine((text) => text === '' || isId(text), 'must be an id of 26 letters and digits, or empty').default('');

/** A number in a query: what is no number or is negative counts as `fallback`, what is larger than `max` as `max`. */
export const queryNumber = (fallback: number, max = Number.MAX_SAFE_INTEGER) =>
  z.unknown().optional().transform((value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Math.trunc(Number(value)) : typeof value === 'number' ? value : NaN;
    return Number.isSafeInteger(number) && number >= 0 ? Math.min(number, max) : fallback;
  });

/** `page` of a list, from 0. */
export const page = () => queryNumber(0, 1_000_000);

/** `per_page` of a list: 60 unless told, 200 at most. */
export const perPage = (fallback = 60, max = 200) => queryNumber(fallback, max);

/** A flag in a query: `true` or `1` is true, all else false. */
export const queryFlag = () => z.unknown().optional().transform((value) => value === 'true' || value === '1' || value === true);

/** A text of at most `max` characters (Unicode code points, as the protocol counts). PostgreSQL cannot keep NUL. */
export const text = (max: number) =>
  z.string().refine((value) => value.length <= max || [...value].length <= max, `must have at most ${max} characters`).transform((value) => value.replaceAll('\u0000', ''));

/** A JSON object with any fields. */
export const props = () => z.record(z.string(), z.unknown());
