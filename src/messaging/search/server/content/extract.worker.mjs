// Takes the text out of one file, in a thread of its own that may be ended: a file may be huge, broken or made to do harm.
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const MAX_CHARS = 400_000;
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

// Which entries of an Office document hold its words, in the order in which they are read.
const PARTS = {
  docx: /^word\/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/,
  xlsx: /^xl\/(sharedStrings|worksheets\/sheet\d+|comments\d*)\.xml$/,
  pptx: /^ppt\/(slides|notesSlides)\/\w+\d+\.xml$/,
  odt: /^content\.xml$/,
  ods: /^content\.xml$/,
  odp: /^content\.xml$/,
  epub: /\.x?html$/,
};

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

async function textOf(name, bytes) {
  const extension = path.extname(name).slice(1).toLowerCase();
  if (extension === 'pdf') return pdfText(bytes);
  if (PARTS[extension]) return packedText(bytes, PARTS[extension]);
  return plainText(bytes);
}

async function pdfText(bytes) {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text;
}

async function packedText(bytes, wanted) {
  const { unzipSync } = await import('fflate');
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => wanted.test(name) && (unpacked += originalSize) <= MAX_UNPACKED_BYTES,
  });
  return Object.keys(files).sort().map((name) => xmlText(new TextDecoder().decode(files[name]))).join('\n');
}

// The ends of paragraphs, cells and lines part words; other marks stand inside of them.
function xmlText(xml) {
  return xml
    .replace(/<\/(?:\w+:)?(?:p|h|tr|tc|si|row|c|v|t|li|div|td)>|<(?:\w+:)?(?:br|tab|s|line-break)\b[^>]*>/g, (mark) => (mark.endsWith(':t>') ? '' : '\n'))
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, word) => (word ? (ENTITIES[word] ?? all) : String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : parseInt(hex, 16)))));
}

function plainText(bytes) {
  const is_utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(is_utf16 ? 'utf-16le' : 'utf-8').decode(bytes.subarray(0, MAX_CHARS * 4));
  return text.slice(0, 2000).includes('\u0000') ? '' : text;
}

const text = await textOf(workerData.name, workerData.bytes);
const answer = parentPort.postMessage.bind(parentPort);
answer(text.slice(0, MAX_CHARS).replaceAll('\u0000', ' '));
