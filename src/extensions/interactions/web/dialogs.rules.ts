import type { DialogElement } from '#extensions/interactions/wire/index.ts';

/** What stands in a form, by the names of its elements; several choices are a list. */
export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Why an element cannot be sent as it is. */
export type Fault = { readonly reason: 'missing' | 'too_short' | 'no_number' | 'no_email' | 'no_url' | 'out_of_range'; readonly values?: Readonly<Record<string, string | number>> };

/** What stands in a form at first; `known` is what was written in an earlier state of the same form. */
export function firstValues(elements: readonly DialogElement[], now: number, known: Values = {}): Values {
  return Object.fromEntries(elements.map((element) => [element.name, known[element.name] ?? firstValue(element, now)]));
}

function firstValue(element: DialogElement, now: number): string | boolean | readonly string[] {
  if (element.type === 'bool') return element.default === 'true';
  if (element.type === 'date' || element.type === 'datetime') return toMoment(element.default, element.type, now);
  if (element.multiselect) return element.default.split(',').map((part) => part.trim()).filter(Boolean);
  return element.default;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, H: 3_600_000, d: 86_400_000, D: 86_400_000, w: 604_800_000, W: 604_800_000 };
const NAMED: Readonly<Record<string, number>> = { today: 0, tomorrow: 86_400_000, yesterday: -86_400_000, now: 0 };

/** A date of a dialog as a field of the page holds it: ISO dates, `today`, `+3d` and the like; '' where it is none. */
export function toMoment(text: string | undefined, type: string, now: number): string {
  if (!text) return '';
  const relative = /^([+-]\d{1,4})([mhdwHDW])$/.exec(text);
  const at = text in NAMED ? now + NAMED[text]! : relative ? now + Number(relative[1]) * UNITS[relative[2]!]! : /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00`) : Date.parse(text);
  if (!Number.isFinite(at)) return '';
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString();
  return type === 'date' ? local.slice(0, 10) : local.slice(0, 16);
}

/** What is sent: times in UTC, numbers as numbers, several choices as a list; what is empty is null. */
export function toSubmission(elements: readonly DialogElement[], values: Values): Record<string, unknown> {
  return Object.fromEntries(elements.map((element) => [element.name, submitted(element, values[element.name])]));
}

function submitted(element: DialogElement, value: Values[string] | undefined): unknown {
  if (typeof value === 'boolean' || Array.isArray(value)) return value;
  if (!value) return element.type === 'text' || element.type === 'textarea' ? '' : null;
  if (element.type === 'datetime') return new Date(value as string).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return element.subtype === 'number' ? Number(value) : value;
}

/** What is wrong with each element, before anybody is asked. */
export function faultsOf(elements: readonly DialogElement[], values: Values, now: number): Record<string, Fault> {
  return Object.fromEntries(elements.flatMap((element) => {
    const fault = faultOf(element, values[element.name], now);
    return fault ? [[element.name, fault]] : [];
  }));
}

function faultOf(element: DialogElement, value: Values[string] | undefined, now: number): Fault | undefined {
  if (typeof value === 'boolean') return undefined;
  const is_empty = !value || value.length === 0;
  if (is_empty) return element.optional ? undefined : { reason: 'missing' };
  if (typeof value !== 'string') return undefined;
  if (element.type === 'date' || element.type === 'datetime') return rangeFault(element, value, now);
  if (element.type !== 'text' && element.type !== 'textarea') return undefined;
  if (element.min_length && [...value].length < element.min_length) return { reason: 'too_short', values: { min: element.min_length } };
  if (element.subtype === 'number' && !Number.isFinite(Number(value))) return { reason: 'no_number' };
  if (element.subtype === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return { reason: 'no_email' };
  return element.subtype === 'url' && !/^https?:\/\/\S+$/i.test(value) ? { reason: 'no_url' } : undefined;
}

function rangeFault(element: DialogElement, value: string, now: number): Fault | undefined {
  const [min, max] = [toMoment(element.min_date, element.type, now), toMoment(element.max_date, element.type, now)];
  return (min && value < min) || (max && value > max) ? { reason: 'out_of_range', values: { min: min || '…', max: max || '…' } } : undefined;
}
