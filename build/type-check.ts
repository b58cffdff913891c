import { join } from 'node:path';
import { runNode } from './run-command.ts';

const root = join(import.meta.dirname, '..');

/** Each side of the house has its own tsconfig, so that an import across is an error. */
export const SIDES = ['shared', 'electron', 'renderer', 'tests', 'build'] as const;

/** Type-checks one side; false if it has errors, which are printed. */
export async function typeCheck(side: (typeof SIDES)[number]): Promise<boolean> {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { code } = await runNode(tsc, ['-p', join(root, side, 'tsconfig.json')]);
  console.log(`types: ${side} ${code === 0 ? 'passed' : 'failed'}`);
  return code === 0;
}
