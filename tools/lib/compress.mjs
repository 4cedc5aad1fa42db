// Compresses a file once, so that the server need not do it for each visitor.
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(js|css|html|svg|json|txt|map|wasm|ttf|webmanifest)$/;
const MIN_BYTES = 1_000;
const BIG_BYTES = 400_000;

/** Writes `.br` and `.gz` beside each file that gains from it. */
export async function compressFolder(folder) {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(names.filter((name) => COMPRESSIBLE.test(name)).map((name) => compressFile(path.join(folder, name))));
}

async function compressFile(file) {
  const { size } = await stat(file);
  if (size < MIN_BYTES) return;
  const content = await readFile(file);
  // The best quality takes seconds for a megabyte and gains little there.
  const quality = size > BIG_BYTES ? 9 : 11;
  const brotli = promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size } });
  const [br, gz] = await Promise.all([brotli, promisify(gzip)(content, { level: 9 })]);
  if (br.length < size) await writeFile(`${file}.br`, br);
  if (gz.length < size) await writeFile(`${file}.gz`, gz);
}
