import type { Letter, Settings } from '#kernel/server/index.ts';
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

interface Template {
  readonly subject: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly button?: string;
  readonly note?: string;
}

/** What a mail can be about. */
export type LetterName = keyof typeof en;

const LANGUAGES = new Map<string, Record<LetterName, Template>>([['en', en], ['de', de]]);

/** Letters without whose link nobody gets on: where no mail leaves, an administrator hands the link over. */
export const NEEDED_LETTERS: ReadonlySet<LetterName> = new Set(['verify-address', 'welcome-verify', 'password-reset', 'invite-member', 'invite-guest']);

export interface LetterParts {
  /** What fills the `{places}` of its texts. `{site}` is filled by itself. */
  readonly values?: Readonly<Record<string, string>>;
  /** Where its button leads. */
  readonly url?: string;
  readonly quotes?: Letter['quotes'];
}

/** A letter in the language of its reader, English where there is no translation. */
export function writeLetter(settings: Settings, locale: string, name: LetterName, { values = {}, url, quotes }: LetterParts = {}): Letter {
  const template: Template = (LANGUAGES.get(locale.toLowerCase().split('-')[0]!) ?? en)[name];
  const all = { ...values, site: siteNameOf(settings) };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, key: string) => all[key as keyof typeof all] ?? whole);
  return {
    // A subject is one line, whatever the names in it are.
    subject: fill(template.subject).replace(/\s+/g, ' ').slice(0, 200),
    title: fill(template.title),
    paragraphs: template.paragraphs.map(fill),
    ...(quotes ? { quotes } : {}),
    ...(template.button && url ? { button: { label: fill(template.button), url } } : {}),
    ...(template.note ? { note: fill(template.note) } : {}),
  };
}

/** How the server calls itself; the setting belongs to a feature above. */
export function siteNameOf(settings: Settings): string {
  return textOf(settings, 'TeamSettings.SiteName') || 'Muster';
}

/** Whether there is a mail server to send by; the setting belongs to a feature above. */
export function sendsMail(settings: Settings): boolean {
  return textOf(settings, 'EmailSettings.SMTPServer').trim() !== '';
}

function textOf(settings: Settings, key: string): string {
  const setting = settings.all.find((one) => one.key === key);
  return setting ? String(settings.get(setting)) : '';
}
