import { firstLine, quiet, shorten, textAt } from './payload-text.ts';
import type { IncomingVendor } from './webhooks.extensions.ts';

const TITLES = ['title', 'subject', 'summary', 'name', 'event', 'alert', 'message', 'msg'];
const TEXTS = ['text', 'description', 'message', 'body', 'details', 'msg', 'content'];
const LINKS = ['url', 'html_url', 'link', 'href', 'web_url'];
const STATES = ['status', 'state', 'result', 'severity', 'level'];
const IDS = ['key', 'dedup_key', 'alert_id', 'incident_id', 'issue_id', 'id', 'uuid', 'guid'];
const FIELDS_SHOWN = 8;

const firstOf = (body: object, names: readonly string[]) => names.map((name) => textAt(body, name)).find((text) => text !== '') ?? '';

/** Any JSON as a card: what is named as titles, texts and states usually are, and the plain fields. */
export const genericVendor: IncomingVendor = {
  name: 'generic',
  title: 'Any JSON',
  is_chosen: true,
  read: ({ body }) => {
    const names = Object.keys(body);
    if (!names.length) return undefined;
    const title = quiet(shorten(firstLine(firstOf(body, TITLES)), 200)) || 'Message';
    const text = firstOf(body, TEXTS);
    const url = firstOf(body, LINKS);
    const used = new Set([...TITLES, ...TEXTS, ...LINKS]);
    const fields = names.filter((name) => !used.has(name) && textAt(body, name)).slice(0, FIELDS_SHOWN).map((name) => ({ title: shorten(name, 60), value: quiet(shorten(textAt(body, name), 200)), short: true }));
    const status = firstOf(body, STATES);
    return {
      key: firstOf(body, IDS), status,
      attachments: [{ fallback: title, title, title_link: /^https?:\/\//i.test(url) ? url : '', text: text === title ? '' : quiet(shorten(text, 1500)), fields }],
    };
  },
};
