import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server_url = process.env.MUSTER_URL ?? 'http://127.0.0.1:8065';

type Graph = { getModuleInfo: (id: string) => { isEntry: boolean; importers: readonly string[] } | null };

// The first page comes as two files: packages, which change rarely, and our own code. What is only fetched when it is
// wanted (a dialog, a highlighter) keeps files of its own.
function firstPageChunk(): (id: string, graph: Graph) => string | null {
  const known = new Map<string, boolean>();
  const isInitial = (id: string, graph: Graph): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, false); // ends circles
    const info = graph.getModuleInfo(id);
    const is_initial = Boolean(info?.isEntry) || Boolean(info?.importers.some((importer) => isInitial(importer, graph)));
    known.set(id, is_initial);
    return is_initial;
  };
  return (id, graph) => {
    if (!isInitial(id, graph)) return null;
    return id.includes('/node_modules/') ? 'packages' : 'page';
  };
}

export default defineConfig({
  plugins: [react()],
  publicDir: 'src/kernel/web/public',
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstPageChunk(), debugName: 'first page' }] } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '^/(api|hooks|plugins|oauth|files|static/emoji)/': { target: server_url, ws: true, changeOrigin: true } },
  },
});
