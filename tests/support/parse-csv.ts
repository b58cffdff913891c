/** A reader of RFC 4180, written without looking at the writer. */
export function parseCsv(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < csv.length) {
    let cell = '';
    if (csv[at] === '"') {
      at += 1;
      while (at < csv.length) {
        const end = csv.indexOf('"', at);
        cell += csv.slice(at, end);
        at = end + 1;
        if (csv[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    } else {
      while (at < csv.length && csv[at] !== ',' && csv[at] !== '\r') {
        cell += csv[at];
        at += 1;
      }
    }
    line.push(cell);
    if (csv.startsWith('\r\n', at)) {
      lines.push(line);
      line = [];
      at += 2;
    } else if (csv[at] === ',') {
      at += 1;
    } else {
      throw new Error(`Unexpected ${JSON.stringify(csv[at])} at ${at}`);
    }
  }
  return lines;
}
