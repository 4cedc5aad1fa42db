import type { OpenGraph } from '#messaging/posts/wire/index.ts';

const TEXT_MAX = 300;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

/** How a page describes itself (Open Graph, else its title and description); undefined if it does not. */
export function readOpenGraph(html: string, page_url: string): OpenGraph | undefined {
  const head = html.split(/<body[\s>]/i, 1)[0]!.replace(/<!--[\s\S]*?-->|<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/gi, '');
  const metas = [...head.matchAll(/<meta\s+([^>]*)>/gi)].map((match) => attributesOf(match[1]!));
  const get = (...names: string[]): string => {
    for (const name of names) {
      const found = metas.find((meta) => (meta['property'] ?? meta['name'])?.toLowerCase() === name)?.['content'];
      if (found) return found.trim().slice(0, TEXT_MAX);
    }
    return '';
  };
  const title = get('og:title', 'twitter:title') || decode(/<title[^>]*>([^<]*)<\/title>/i.exec(head)?.[1] ?? '').trim().slice(0, TEXT_MAX);
  if (!title) return undefined;
  const image = absolute(get('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image'), page_url);
  const site_name = get('og:site_name');
  const description = get('og:description', 'twitter:description', 'description');
  return {
    type: get('og:type') || 'website', title, url: absolute(get('og:url'), page_url) || page_url,
    ...(site_name && { site_name }), ...(description && { description }),
    images: image ? [{ url: image, ...(image.startsWith('https:') && { secure_url: image }) }] : null,
  };
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, quoted, single, bare] of text.matchAll(/([a-z:_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi)) attributes[name!.toLowerCase()] = decode(quoted ?? single ?? bare ?? '');
  return attributes;
}

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    const known = ENTITIES[name.toLowerCase()];
    if (known) return known;
    const code = name.startsWith('#x') || name.startsWith('#X') ? parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : NaN;
    return code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });
}

function absolute(url: string, base: string): string {
  if (!url || !URL.canParse(url, base)) return '';
  const { href, protocol } = new URL(url, base);
  return protocol === 'https:' || protocol === 'http:' ? href : '';
}
