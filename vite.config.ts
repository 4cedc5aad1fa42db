import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const server_url = process.env.MUSTER_URL ?? 'http://127.0.0.1:8065';

type Graph = { getModuleInfo: (id: string) => { importers: readonly string[] } | null };

const PAGE = '/src/web.tsx';
// Runs before the page's code is there, so it must not be in one file with it.
const BEFORE_PAGE = /\/src\/kernel\/web\/ahead\.ts$|vite\/preload-helper/;

// The first page comes as two files: packages, which change rarely, and our own code. What is only fetched when it is
// wanted (a dialog, a highlighter) keeps files of its own.
function firstPageChunk(): (id: string, graph: Graph) => string | null {
  const known = new Map<string, boolean>();
  const isInitial = (id: string, graph: Graph): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, false); // ends circles
    const info = graph.getModuleInfo(id);
    const is_initial = id.endsWith(PAGE) || Boolean(info?.importers.some((importer) => isInitial(importer, graph)));
    known.set(id, is_initial);
    return is_initial;
  };
  return (id, graph) => {
    if (!isInitial(id, graph)) return null;
    return id.includes('/node_modules/') ? 'packages' : 'page';
  };
}

// The page's code is fetched with the document, not only when the entry asks for it.
function fetchPageAtOnce(): Plugin {
  return {
    name: 'fetch-page-at-once',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }): HtmlTagDescriptor[] => {
        const chunks = Object.values(bundle ?? {}).filter((chunk) => chunk.type === 'chunk');
        const known = new Set(chunks.flatMap((chunk) => (chunk.isEntry ? [chunk.fileName, ...chunk.imports] : [])));
        const files = new Set<string>();
        const styles = new Set<string>();
        const add = (file: string): void => {
          const chunk = bundle?.[file];
          if (chunk?.type !== 'chunk' || known.has(file) || files.has(file)) return;
          files.add(file);
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
          chunk.imports.forEach(add);
        };
        for (const chunk of chunks) if (chunk.moduleIds.some((id) => id.endsWith(PAGE))) add(chunk.fileName);
        return [
          ...[...files].map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const })),
          ...[...styles].map((file) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const })),
        ];
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), fetchPageAtOnce()],
  publicDir: 'src/kernel/web/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'ahead', test: BEFORE_PAGE, priority: 1 }, { name: firstPageChunk(), debugName: 'first page' }] } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '^/(api|hooks|plugins|oauth|files|static/emoji)/': { target: server_url, ws: true, changeOrigin: true } },
  },
});
