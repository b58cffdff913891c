/** Says of a field that it is still empty. */
export function fillIn(label: string): string {
  return `Fill in “${label}”.`;
}

/** The same of a field in one row of a list. */
export function fillInRow(row: string, label: string): string {
  return `${row}: fill in “${label}”.`;
}

const FIELD = /^Fill in “(.+)”\.$/u;
const CELL = /^(.+): fill in “(.+)”\.$/u;

/**
 * Sentences about what is open, with those that only name an empty field summed up: one sentence for all fields, one for
 * each question that several rows leave open (or each row that leaves several open). Every name stays; what says more
 * than that comes first, as it was.
 */
export function summedUp(sentences: readonly string[]): readonly string[] {
  const fields: string[] = [];
  const cells: (readonly [row: string, label: string])[] = [];
  const others: string[] = [];
  for (const sentence of sentences) {
    const [, field] = FIELD.exec(sentence) ?? [];
    const [, row, label] = CELL.exec(sentence) ?? [];
    if (field !== undefined) fields.push(field);
    else if (row !== undefined && label !== undefined) cells.push([row, label]);
    else others.push(sentence);
  }
  return [
    ...others,
    ...(fields.length === 0 ? [] : [`Not answered: ${fields.join('; ')}.`]),
    ...cellSentences(cells),
  ];
}

function cellSentences(cells: readonly (readonly [row: string, label: string])[]): readonly string[] {
  const byLabel = new Map<string, string[]>();
  const byRow = new Map<string, string[]>();
  for (const [row, label] of cells) {
    byLabel.set(label, [...(byLabel.get(label) ?? []), row]);
    byRow.set(row, [...(byRow.get(row) ?? []), label]);
  }
  return byRow.size < byLabel.size
    ? [...byRow].map(([row, labels]) => `${row}, not answered: ${labels.join('; ')}.`)
    : [...byLabel].map(([label, rows]) => `“${label}”, not answered for: ${rows.join('; ')}.`);
}
