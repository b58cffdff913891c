import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

/** The pages: two documents, no inline script or style, everything beside them (`base` is relative). */
export default defineConfig({
  root: join(root, 'renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: join(root, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    // A data: address would be refused for fonts, and is no faster from disk.
    assetsInlineLimit: 0,
    // Read from disk: the whole catalog may well be one file.
    chunkSizeWarningLimit: 1_000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: join(root, 'renderer', 'index.html'), report: join(root, 'renderer', 'report.html') },
      // zod is told to do without eval before anything uses it: the two must not be parted.
      output: {
        codeSplitting: { groups: [{ name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|zod-setup/ }] },
      },
    },
  },
});
