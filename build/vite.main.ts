import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

/** The main process: a small entry that shows the window, and the application, which it loads beside that. */
export default defineConfig({
  root,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: join(root, 'dist', 'main'),
    emptyOutDir: true,
    target: 'node18',
    minify: true,
    rolldownOptions: {
      input: { main: join(root, 'electron', 'main.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
    },
  },
});
