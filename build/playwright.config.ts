import { join } from 'node:path';
import { defineConfig } from 'playwright/test';

const root = join(import.meta.dirname, '..');
const report = process.env.FIRST_CLAIM_E2E_REPORT;

// Specs run in both shells; those about Electron itself only there. A spec reads the shell from the project's name.
export default defineConfig({
  testDir: join(root, 'tests', 'e2e'),
  outputDir: join(root, 'test-results', 'e2e'),
  workers: 2,
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
  projects: [
    {
      name: 'preview',
      testIgnore: ['security*', 'window', 'revival', 'packaged'].map((name) => `**/${name}.spec.ts`),
    },
    { name: 'electron', testIgnore: ['**/preview.spec.ts'] },
  ],
});
