const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);
const OWN_IMAGE_PATHS = /^\/api\/v4\/(files\/[a-z0-9]{26}(\/(preview|thumbnail))?|emoji\/[a-z0-9]{26}\/image|image)(\?|$)/;

/** The address as it may stand in an href, or undefined where it must stay text. A name without a scheme counts as http. */
export function safeUrl(text: string): string | undefined {
  const trimmed = text.trim();
  if (!trimmed || /[\u0000-\u001f\u007f]/.test(trimmed)) return undefined;
  if (/^www\./i.test(trimmed)) return parseUrl(`http://${trimmed}`);
  return parseUrl(trimmed);
}

/** The path inside this site, for links that stay in the page. */
export function ownPath(url: string, origin: string): string | undefined {
  if (!url.startsWith(`${origin}/`)) return undefined;
  const path = url.slice(origin.length);
  return path.startsWith('/api/') || path.startsWith('/files/') || path.startsWith('/hooks/') ? undefined : path;
}

/** The path of an image that this server serves; images of other sites are shown as links. */
export function ownImagePath(url: string, origin: string): string | undefined {
  const path = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url;
  return OWN_IMAGE_PATHS.test(path) ? path : undefined;
}

function parseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  return SAFE_PROTOCOLS.has(new URL(text).protocol) ? text : undefined;
}
