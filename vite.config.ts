import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server_url = process.env.MUSTER_URL ?? 'http://127.0.0.1:8065';

export default defineConfig({
  plugins: [react()],
  publicDir: 'src/kernel/web/public',
  build: { outDir: 'dist/web', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 1000 },
  server: {
    host: '127.0.0.1',
    proxy: { '^/(api|hooks|plugins|oauth|files|static/emoji)/': { target: server_url, ws: true, changeOrigin: true } },
  },
});
