import type { Answers, Row } from '../../domain/field.ts';
import type { Derivation, Desk, KnownCell } from '../types.ts';

/** Takes one cell from a desk in the rows where the desk knows it; everything else stays the user's own. */
export function knownCell(desk: Desk, cell: KnownCell): Derivation {
  return {
    desk,
    fields: [],
    cell,
    answers: (plan, own, today): Answers => {
      const value = own[cell.field];
      if (!Array.isArray(value)) return {};
      const rows = value as readonly Row[];
      const laid = rows.map((row): Row => {
        const known = cell.known(plan, (id) => textIn(row, id), today);
        return known === null || known === row[cell.cell] ? row : { ...row, [cell.cell]: known };
      });
      return laid.some((row, at) => row !== rows[at]) ? { [cell.field]: laid } : {};
    },
  };
}

function textIn(row: Row, cell: string): string {
  const value = row[cell];
  return typeof value === 'string' ? value : '';
}
