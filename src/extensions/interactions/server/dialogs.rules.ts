import { z } from 'zod';
import type { Dialog, DialogElement } from '../wire/index.ts';

const MAX_ELEMENTS = 100;
const MAX_OPTIONS = 1000;

const words = z.preprocess((value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value), z.string()).nullish().transform((value) => (value ?? '').replaceAll('\u0000', ''));
const flag = z.unknown().optional().transform((value) => value === true || value === 'true');
const count = z.unknown().optional().transform((value) => (typeof value === 'number' && Number.isFinite(value) ? value : 0));
const option = z.object({ text: words, value: words });

const element = z.object({
  display_name: words, name: words, type: words, subtype: words, default: words, placeholder: words, help_text: words, optional: flag, min_length: count, max_length: count,
  data_source: words, data_source_url: words, options: z.array(option).max(MAX_OPTIONS).nullish(), multiselect: flag, refresh: flag, min_date: words, max_date: words, time_interval: count,
});

/** A dialog as integrations write it: what is missing is empty, numbers may stand for texts. */
export const dialogSchema = z.object({
  callback_id: words, title: words, introduction_text: words, icon_url: words, elements: z.array(element).max(MAX_ELEMENTS).nullish(), submit_label: words, notify_on_cancel: flag, state: words, source_url: words,
}).transform(toDialog);

function toDialog({ source_url, elements, ...dialog }: { source_url: string; elements?: z.output<typeof element>[] | null | undefined } & Omit<Dialog, 'source_url' | 'elements'>): Dialog {
  return { ...dialog, elements: elements?.map(toElement) ?? null, ...(source_url && { source_url }) };
}

// What the protocol leaves out when it is empty.
function toElement({ data_source_url, refresh, min_date, max_date, time_interval, options, ...rest }: z.output<typeof element>): DialogElement {
  return { ...rest, options: options ?? null, ...(data_source_url && { data_source_url }), ...(refresh && { refresh }), ...(min_date && { min_date }), ...(max_date && { max_date }), ...(time_interval && { time_interval }) };
}
