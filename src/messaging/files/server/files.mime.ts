const BY_EXTENSION: Readonly<Record<string, string>> = {
  // pictures
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', bmp: 'image/bmp', tif: 'image/tiff', tiff: 'image/tiff', svg: 'image/svg+xml',
  heic: 'image/heic', heif: 'image/heif', ico: 'image/vnd.microsoft.icon', psd: 'image/vnd.adobe.photoshop',
  // sound and film
  mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg', wav: 'audio/wav', flac: 'audio/flac', aac: 'audio/aac', mid: 'audio/midi',
  mp4: 'video/mp4', m4v: 'video/mp4', webm: 'video/webm', mov: 'video/quicktime', avi: 'video/x-msvideo', mkv: 'video/x-matroska', mpg: 'video/mpeg', mpeg: 'video/mpeg', ogv: 'video/ogg',
  // texts
  txt: 'text/plain; charset=utf-8', log: 'text/plain; charset=utf-8', md: 'text/markdown; charset=utf-8', csv: 'text/csv; charset=utf-8', tsv: 'text/tab-separated-values; charset=utf-8',
  html: 'text/html; charset=utf-8', htm: 'text/html; charset=utf-8', xhtml: 'application/xhtml+xml', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', mjs: 'text/javascript; charset=utf-8',
  json: 'application/json', xml: 'text/xml; charset=utf-8', yaml: 'application/yaml', yml: 'application/yaml', toml: 'application/toml', ics: 'text/calendar; charset=utf-8', vcf: 'text/vcard; charset=utf-8',
  // documents
  pdf: 'application/pdf', rtf: 'application/rtf', epub: 'application/epub+zip', doc: 'application/msword', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet', odp: 'application/vnd.oasis.opendocument.presentation',
  // archives and programs
  zip: 'application/zip', gz: 'application/gzip', tgz: 'application/gzip', bz2: 'application/x-bzip2', xz: 'application/x-xz', zst: 'application/zstd', tar: 'application/x-tar', '7z': 'application/x-7z-compressed', rar: 'application/vnd.rar',
  jar: 'application/java-archive', apk: 'application/vnd.android.package-archive', exe: 'application/vnd.microsoft.portable-executable', wasm: 'application/wasm', woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf', otf: 'font/otf',
};

const MAGIC: readonly (readonly [type: string, offset: number, bytes: string])[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'], ['image/jpeg', 0, '\xff\xd8\xff'], ['image/gif', 0, 'GIF8'], ['image/webp', 8, 'WEBP'], ['image/bmp', 0, 'BM'], ['image/tiff', 0, 'II*\0'], ['image/tiff', 0, 'MM\0*'],
  ['image/avif', 4, 'ftypavif'], ['image/avif', 4, 'ftypavis'], ['image/heic', 4, 'ftypheic'], ['image/heic', 4, 'ftypheix'], ['image/heif', 4, 'ftypmif1'],
  ['application/pdf', 0, '%PDF-'], ['application/zip', 0, 'PK\x03\x04'], ['application/gzip', 0, '\x1f\x8b'], ['application/x-7z-compressed', 0, '7z\xbc\xaf'], ['application/vnd.rar', 0, 'Rar!\x1a\x07'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'], ['video/quicktime', 4, 'ftypqt'], ['video/mp4', 4, 'ftyp'], ['audio/mpeg', 0, 'ID3'], ['audio/ogg', 0, 'OggS'], ['audio/flac', 0, 'fLaC'], ['audio/wav', 8, 'WAVE'],
];

/** Pictures that a preview is made of. What only claims to be one of them is not opened. */
const PREVIEWABLE = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/tiff']);

/** How many bytes of the beginning tell what a file is. */
export const HEAD_BYTES = 512;

/** What the first bytes say a file is, or '' if they say nothing. */
export function sniffType(head: Buffer): string {
  for (const [type, offset, bytes] of MAGIC) {
    if (head.length >= offset + bytes.length && head.toString('latin1', offset, offset + bytes.length) === bytes) return type;
  }
  return '';
}

/** The type of a file by its name and its first bytes. A picture must be one: its name alone proves nothing. */
export function mimeTypeOf(extension: string, head: Buffer): string {
  const named = BY_EXTENSION[extension];
  const sniffed = sniffType(head);
  if (named?.startsWith('image/') && named !== 'image/svg+xml') return sniffed || (PREVIEWABLE.has(named) ? 'application/octet-stream' : named);
  if (named) return named;
  if (sniffed) return sniffed;
  return head.length && isText(head) ? 'text/plain; charset=utf-8' : 'application/octet-stream';
}

/** Whether a preview can be made of a file that begins like this. */
export function isPreviewable(head: Buffer): boolean {
  return PREVIEWABLE.has(sniffType(head));
}

function isText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  // The last character may be cut in two.
  const text = new TextDecoder('utf-8').decode(head.subarray(0, Math.max(1, head.length - 3)), { stream: true });
  return !text.includes('\uFFFD');
}
