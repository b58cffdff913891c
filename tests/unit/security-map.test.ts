import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const files = new Map(
  globSync(['tests/{unit,main,e2e}/*.ts', 'tests/ui/*.tsx', 'electron/**/*.ts'], { cwd: root }).map(
    (path) => [basename(path), readFileSync(join(root, path), 'utf8')],
  ),
);
const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ \|/.test(line))
  .map((line) => line.split(' | '));

/** “title” by “title”, with the file named last before it. */
function testsIn(cell: string): readonly (readonly [file: string, title: string])[] {
  let file = '';
  return [...cell.matchAll(/`([\w-]+\.(?:test|spec)\.tsx?)`|“([^”]+)”/g)].flatMap(([, name, title]) => {
    file = name ?? file;
    return title === undefined ? [] : [[file, title] as const];
  });
}

describe('the map of Electron’s checklist', () => {
  it('has all twenty items', () => {
    expect(rows.map(([number]) => Number(number?.replace(/\D/g, '')))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it('names for each a test that it holds and one with what is refused, and both are there', () => {
    for (const [number, , , holds = '', refused = ''] of rows) {
      for (const cell of [holds, refused]) {
        expect(testsIn(cell).length, `${number} ${cell}`).toBeGreaterThan(0);
        for (const [file, title] of testsIn(cell)) expect(files.get(file) ?? '', file).toContain(title);
      }
    }
  });
});
