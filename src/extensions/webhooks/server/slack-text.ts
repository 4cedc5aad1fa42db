import type { MessageAttachment, PostAction } from '#messaging/posts/wire/index.ts';
import { link } from './payload-text.ts';

const MENTION = /<@([a-z0-9]{26})>/g;

/** Ids of people in Slack's `<@ID>` of these texts. */
export function peopleIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(MENTION)].map((match) => match[1]!)))];
}

/** Slack's markup as Markdown: `<!here>`, `<@ID>` of people we know, `<url|label>`. */
export function fromSlack(text: string, usernames: ReadonlyMap<string, string>): string {
  if (!text.includes('<')) return text;
  return text
    .replace(/<!(channel|here|all)>/g, '@$1')
    .replace(/<!everyone>/g, '@all')
    .replace(MENTION, (whole, id: string) => (usernames.has(id) ? `@${usernames.get(id)!}` : whole))
    .replace(/<([^<>|\s]+)\|([^<>|\n]*)>/g, '[$2]($1)');
}

/** The texts of an attachment that may hold Slack's markup. */
export function textsOf(attachment: Partial<MessageAttachment>): string[] {
  const values = (Array.isArray(attachment.fields) ? attachment.fields : []).map((field) => field?.value);
  return [attachment.pretext, attachment.text, attachment.title, ...values].filter((text): text is string => typeof text === 'string');
}

/** The same attachment with Markdown. Slack's buttons that lead somewhere become links below the text. */
export function attachmentFromSlack(attachment: Partial<MessageAttachment>, usernames: ReadonlyMap<string, string>): Partial<MessageAttachment> {
  const convert = <T>(value: T): T => (typeof value === 'string' ? (fromSlack(value, usernames) as T) : value);
  const { pretext, text, title, fields } = attachment;
  const { links, actions } = splitActions(attachment.actions);
  const words = [convert(text), links].filter((part) => typeof part === 'string' && part !== '').join('\n\n');
  return {
    ...attachment,
    ...(pretext !== undefined && { pretext: convert(pretext) }),
    ...(words && { text: words }),
    ...(attachment.actions !== undefined && { actions }),
    ...(title !== undefined && { title: convert(title) }),
    ...(Array.isArray(fields) && { fields: fields.map((field) => (field && typeof field === 'object' ? { ...field, value: convert(field.value) } : field)) }),
  };
}

// Buttons of the protocol call an integration; Slack's have an address that the reader's browser opens, or nothing that works here.
function splitActions(actions: unknown): { links: string; actions: PostAction[] | undefined } {
  const all = (Array.isArray(actions) ? actions : []).filter((action): action is Record<string, unknown> => action !== null && typeof action === 'object');
  const links = all.flatMap(({ text, url }) => (typeof text === 'string' && typeof url === 'string' && /^https?:/i.test(url) ? [link(text, url)] : []));
  const working = all.filter((action) => typeof action['integration'] === 'object') as PostAction[];
  return { links: links.join(' · '), actions: working.length ? working : undefined };
}
