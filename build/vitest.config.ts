import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const root = join(import.meta.dirname, '..');
const setupFiles = [join(root, 'tests', 'support', 'no-outbound.ts')];

/** Tests that run in Node: pure rules, the store on real files, main-process parts, and crashes. */
function inNode(name: string): TestProjectInlineConfiguration {
  return { root, test: { name, environment: 'node', setupFiles, include: [`tests/${name}/**/*.test.ts`] } };
}

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // Generous, for a busy machine: a test that hangs still ends.
    testTimeout: 20_000,
    passWithNoTests: true,
    projects: [
      inNode('unit'),
      inNode('store'),
      inNode('main'),
      inNode('faults'),
      {
        root,
        plugins: [react()],
        test: { name: 'ui', environment: 'jsdom', setupFiles, include: ['tests/ui/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
