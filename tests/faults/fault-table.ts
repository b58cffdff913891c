import { cpus, totalmem } from 'node:os';
import Database from 'better-sqlite3';

/** One line of what came of it. */
export interface Line {
  readonly what: string;
  readonly rounds: number;
  readonly outcome: string;
}

/** What a part of the run did. */
export interface PartReport {
  readonly lines: readonly Line[];
  /** What went wrong; empty when nothing did. */
  readonly breaches: readonly string[];
}

/** The computer and the programs, without which figures say little. */
export function machineLine(): string {
  const db = new Database(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  const cores = cpus();
  const memory = Math.round(totalmem() / 1_024 ** 3);
  return `Node ${process.versions.node}, SQLite ${sqlite}, ${process.platform} ${process.arch}, ${cores.length} × ${cores[0]?.model.trim() ?? 'unknown'}, ${memory} GB`;
}

/** Lines as a table in Markdown. */
export function tableOf(lines: readonly Line[]): string {
  const shown = lines.map(({ what, rounds, outcome }) => [what, rounds.toLocaleString('en-US'), outcome]);
  const widths = ['what', 'rounds', 'outcome'].map((name, at) =>
    Math.max(name.length, ...shown.map((cells) => cells[at]?.length ?? 0)),
  );
  const row = (cells: readonly string[]): string => {
    const [what = '', rounds = '', outcome = ''] = cells;
    const [first = 0, second = 0, third = 0] = widths;
    return `| ${what.padEnd(first)} | ${rounds.padStart(second)} | ${outcome.padEnd(third)} |`;
  };
  const [first = 0, second = 0, third = 0] = widths;
  const rule = `| ${'-'.repeat(first)} | ${'-'.repeat(second - 1)}: | ${'-'.repeat(third)} |`;
  return [row(['what', 'rounds', 'outcome']), rule, ...shown.map(row)].join('\n');
}

/** Says when a part did not get as far as it should. */
export function refuseFewer(what: string, done: number, wanted: number): readonly string[] {
  return done >= wanted ? [] : [`${what}: only ${done} of ${wanted} rounds`];
}
