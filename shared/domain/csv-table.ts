/** One line of a table. */
export type CsvLine = readonly string[];

/**
 * A table as RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. Every cell is quoted;
 * one that a spreadsheet could take for a formula starts with an apostrophe, so exact values are for the JSON file.
 */
export function toCsv(lines: readonly CsvLine[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

// Spreadsheets look past blanks and invisible characters, and take the full-width signs for the plain ones. A leading
// tab or line break is trouble by itself: on import it can start a new cell.
const COULD_BE_FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/u;

function toCell(text: string): string {
  const harmless = COULD_BE_FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
