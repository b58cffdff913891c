import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

/** The preload script: one file, since a sandboxed preload can load nothing but `electron`. */
export default defineConfig({
  root,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    outDir: join(root, 'dist', 'preload'),
    emptyOutDir: true,
    target: 'chrome114',
    minify: true,
    rolldownOptions: {
      input: { preload: join(root, 'electron', 'preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
});
