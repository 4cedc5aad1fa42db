const MAX_URL = 2048;
const LINK = /https?:\/\/[^\s<>"'`]+/i;
const PICTURE = /!\[[^\]\n]*\]\((https?:\/\/[^\s)]+)[^)]*\)/gi;
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;

/** The first link of a message that is no code; '' if there is none. */
export function firstLink(message: string): string {
  if (!message.includes('://')) return '';
  const found = LINK.exec(message.replace(CODE, ' '))?.[0] ?? '';
  const url = trimEnd(found);
  return url.length <= MAX_URL && URL.canParse(url) ? url : '';
}

// Punctuation behind a link belongs to the sentence, and a bracket to it only if it opened one.
function trimEnd(url: string): string {
  for (;;) {
    const last = url.at(-1) ?? '';
    const closes = last === ')' ? '(' : last === ']' ? '[' : '';
    if (closes ? url.split(last).length > url.split(closes).length : /[.,;:!?*_~|]/.test(last)) url = url.slice(0, -1);
    else return url;
  }
}

/** Addresses of the pictures that a message shows, at most five. */
export function picturesOf(message: string): string[] {
  if (!message.includes('](http')) return [];
  return [...new Set([...message.replace(CODE, ' ').matchAll(PICTURE)].map((match) => match[1]!))].filter((url) => url.length <= MAX_URL && URL.canParse(url)).slice(0, 5);
}

/** The id of the post to which a link of this server leads; '' if it is none. */
export function permalinkOf(url: string, site_url: string): string {
  if (!site_url || !url.startsWith(`${site_url}/`)) return '';
  return /^\/[a-z0-9_-]+\/pl\/([a-z0-9]{26})\/?(?:[?#]|$)/i.exec(url.slice(site_url.length))?.[1] ?? '';
}

/** Whether an administrator has excluded the host of a link. */
export function isRestricted(url: string, domains: string): boolean {
  const { hostname } = new URL(url);
  return domains.toLowerCase().split(/[\s,]+/).filter(Boolean).some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
