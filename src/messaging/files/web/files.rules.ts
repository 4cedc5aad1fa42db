import type { FileInfo } from '#messaging/files/wire/index.ts';

export type FileKind = 'image' | 'video' | 'audio' | 'text' | 'code' | 'sheet' | 'archive' | 'other';

const CODE = new Set(['c', 'cc', 'cpp', 'cs', 'css', 'diff', 'go', 'h', 'html', 'java', 'js', 'json', 'jsx', 'kt', 'lua', 'patch', 'php', 'pl', 'ps1', 'py', 'rb', 'rs', 'sh', 'sql', 'swift', 'tf', 'toml', 'ts', 'tsx', 'xml', 'yaml', 'yml']);
const TEXT = new Set(['doc', 'docx', 'log', 'md', 'odt', 'pdf', 'rtf', 'txt']);
const SHEET = new Set(['csv', 'ods', 'tsv', 'xls', 'xlsx']);
const ARCHIVE = new Set(['7z', 'bz2', 'gz', 'rar', 'tar', 'tgz', 'xz', 'zip', 'zst']);
// SVG is a document with scripts: it is offered for download, never drawn.
const DRAWN = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

export function fileKind(file: Pick<FileInfo, 'extension' | 'mime_type'>): FileKind {
  if (DRAWN.test(file.mime_type)) return 'image';
  if (/^video\/(mp4|webm|ogg|quicktime)/.test(file.mime_type)) return 'video';
  if (file.mime_type.startsWith('audio/')) return 'audio';
  const extension = file.extension.toLowerCase();
  if (CODE.has(extension)) return 'code';
  if (SHEET.has(extension)) return 'sheet';
  if (ARCHIVE.has(extension)) return 'archive';
  return TEXT.has(extension) || file.mime_type.startsWith('text/') ? 'text' : 'other';
}

/** True where the page draws the file as a picture. */
export function isPicture(file: FileInfo): boolean {
  return fileKind(file) === 'image' && Boolean(file.width && file.height);
}

/** e.g. `24 B`, `1.4 MB`. */
export function formatSize(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step]!, unitDisplay: step === 0 ? 'narrow' : 'short', maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0 }).format(amount);
}

/** The box that a picture takes: as large as it is, at most as large as allowed, never distorted. */
export function fitBox(width: number, height: number, width_max: number, height_max: number): { width: number; height: number } {
  const scale = Math.min(1, width_max / width, height_max / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
