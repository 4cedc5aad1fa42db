import { newId } from '#kernel/server/index.ts';
import type { MessageAttachment, PostAction } from '../wire/index.ts';

const MAX_ATTACHMENTS = 100;

const text = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\u0000', '') : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Attachments in the protocol's whole form, whatever an integration sent: missing fields filled in, wrong ones dropped. */
export function normalizeAttachments(value: unknown): MessageAttachment[] {
  return (Array.isArray(value) ? value : []).filter(isObject).slice(0, MAX_ATTACHMENTS).map(toAttachment);
}

/** All words of attachments that can address somebody. */
export function textsOf(attachments: readonly MessageAttachment[]): string[] {
  return attachments.flatMap((a) => [a.pretext, a.title, a.text, ...(a.fields ?? []).map((field) => text(field.value))]).filter(Boolean);
}

function toAttachment(raw: Record<string, unknown>): MessageAttachment {
  const actions = Array.isArray(raw['actions']) ? raw['actions'].filter(isObject).map(toAction) : undefined;
  return {
    id: typeof raw['id'] === 'number' ? raw['id'] : 0,
    fallback: text(raw['fallback']),
    color: text(raw['color']),
    pretext: text(raw['pretext']),
    author_name: text(raw['author_name']),
    author_link: text(raw['author_link']),
    author_icon: text(raw['author_icon']),
    title: text(raw['title']),
    title_link: text(raw['title_link']),
    text: text(raw['text']),
    fields: Array.isArray(raw['fields']) ? raw['fields'].filter(isObject).map(toField) : null,
    image_url: text(raw['image_url']),
    thumb_url: text(raw['thumb_url']),
    footer: text(raw['footer']),
    footer_icon: text(raw['footer_icon']),
    ts: typeof raw['ts'] === 'number' || typeof raw['ts'] === 'string' ? raw['ts'] : null,
    ...(actions && { actions }),
  };
}

function toField(raw: Record<string, unknown>): { title: string; value: unknown; short: boolean } {
  const { value } = raw;
  return { title: text(raw['title']), value: isObject(value) || Array.isArray(value) ? JSON.stringify(value) : text(value), short: raw['short'] === true || raw['short'] === 'true' };
}

// Clients name a button by its id, so each has one.
function toAction(raw: Record<string, unknown>): PostAction {
  const { integration, options } = raw;
  return {
    id: text(raw['id']) || newId(),
    ...Object.fromEntries(['name', 'type', 'tooltip', 'style', 'data_source', 'default_option', 'cookie'].flatMap((key) => (text(raw[key]) ? [[key, text(raw[key])]] : []))),
    ...(raw['disabled'] === true && { disabled: true }),
    ...(Array.isArray(options) && { options: options.filter(isObject).map((o) => ({ text: text(o['text']), value: text(o['value']) })) }),
    ...(isObject(integration) && { integration: { url: text(integration['url']), context: isObject(integration['context']) ? integration['context'] : {} } }),
  };
}
