import { createHmac, timingSafeEqual } from 'node:crypto';

const NAME_MAX = 255;

// Browsers would run these: they are shown as plain text.
const ACTIVE = /^(text\/html|application\/xhtml|image\/svg|text\/xml|application\/xml|application\/[\w.+-]*\+xml|text\/(java|ecma)script|application\/(x-)?(java|ecma)script|text\/css|application\/wasm)/;
const SHOWN_INLINE = /^(image\/(png|jpeg|gif|webp|avif|bmp|tiff)|video\/|audio\/)/;

/** A file's name without folders and characters that no name has, halves of characters among them. */
export function cleanFileName(name: string): string {
  const bare = name.replaceAll('\\', '/').split('/').at(-1)!.replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, '').trim();
  const short = [...(bare === '.' || bare === '..' ? '' : bare)].slice(0, NAME_MAX).join('');
  return short || 'file';
}

/** The part after the last dot, in small letters; '' if there is none. */
export function extensionOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at < 0 || name.length - at > 33 ? '' : name.slice(at + 1).toLowerCase();
}

/** Under which type a file's bytes may be sent. */
export function sentType(mime_type: string): string {
  return ACTIVE.test(mime_type) ? 'text/plain; charset=utf-8' : mime_type;
}

/** The header that says whether to show or to save, with the name in both the old and the new form. */
export function contentDisposition(name: string, mime_type: string, is_download: boolean): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${!is_download && SHOWN_INLINE.test(mime_type) ? 'inline' : 'attachment'};filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The bytes that a Range header asks for; 'all' without a usable one, 'none' where there are no such bytes. */
export function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'all' | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (!match[1] && !match[2])) return 'all';
  if (!match[1]) {
    const count = Math.min(Number(match[2]), size);
    return count > 0 ? { start: size - count, end: size - 1 } : 'none';
  }
  const start = Number(match[1]);
  const end = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  if (match[2] && Number(match[2]) < start) return 'all';
  return start < size ? { start, end } : 'none';
}

/** The proof in a public link that this server gave it out. */
export function signLink(file_id: string, salt: string): string {
  return createHmac('sha256', salt).update(file_id).digest('base64url');
}

/** Whether a public link was given out by this server. */
export function isSigned(file_id: string, hash: string, salt: string): boolean {
  const right = Buffer.from(signLink(file_id, salt));
  const given = Buffer.from(hash);
  return salt !== '' && given.length === right.length && timingSafeEqual(given, right);
}
