import { Worker } from 'node:worker_threads';

const TIME_LIMIT_MS = 60_000;
const MEMORY_MB = 512;
const WORKER = new URL('./extract.worker.mjs', import.meta.url);

/** The largest file whose text is looked at, in bytes. */
export const MAX_EXTRACTED_BYTES = 32 * 1024 * 1024;

const EXTENSIONS = new Set([
  ...['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub'],
  ...['txt', 'md', 'markdown', 'rst', 'adoc', 'log', 'csv', 'tsv', 'json', 'jsonl', 'xml', 'html', 'htm', 'yaml', 'yml', 'toml', 'ini', 'conf', 'cfg', 'env', 'properties', 'sql', 'tex', 'srt', 'vtt', 'ics', 'eml'],
  ...['js', 'mjs', 'ts', 'tsx', 'jsx', 'py', 'rb', 'go', 'rs', 'java', 'kt', 'c', 'h', 'cpp', 'cs', 'php', 'sh', 'ps1', 'bat', 'tf', 'css', 'scss', 'swift', 'lua', 'pl', 'r', 'diff', 'patch'],
]);

/** Whether a file of this kind has words that can be taken out. */
export function hasText({ extension, size }: { extension: string; size: number }): boolean {
  return size > 0 && size <= MAX_EXTRACTED_BYTES && EXTENSIONS.has(extension.toLowerCase());
}

/** All extensions of which `hasText` knows. */
export const TEXT_EXTENSIONS: readonly string[] = [...EXTENSIONS];

/** The text of a file, at most 400,000 characters. It is taken out in a thread of its own, with limits of time and memory; an error says why it could not be. */
export function extractText(name: string, bytes: Buffer, time_limit_ms = TIME_LIMIT_MS): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: { name, bytes: new Uint8Array(bytes) }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, stdout: true, stderr: true });
    const timer = setTimeout(() => {
      reject(new Error(`the text could not be taken out within ${time_limit_ms / 1000} s`));
      void worker.terminate();
    }, time_limit_ms);
    worker.once('message', (text: string) => resolve(text));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the thread ended with ${code}`)); // after a message this changes nothing
    });
  });
}
