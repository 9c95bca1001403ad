/**
 * Cells as Excel puts them on the clipboard: tabs between cells, a line per row; a cell with a tab, a line break or a quote at its
 * beginning stands in quotes, with inner quotes doubled.
 */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n');

const endOfQuoted = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at;
  }
  return -1;
};

type Piece = { cell: string; next: number };

const quotedPiece = (text: string, at: number): Piece | null => {
  const end = endOfQuoted(text, at + 1);
  const after = text[end + 1];
  // A lone quote, as in 5" pipe, is a quote: only what ends at a cell's end was quoted.
  if (end < 0 || (after !== undefined && !'\t\r\n'.includes(after))) return null;
  return {
    cell: text
      .slice(at + 1, end)
      .replaceAll('""', '"')
      .replaceAll('\r\n', '\n'),
    next: end + 1,
  };
};

const plainPiece = (text: string, at: number): Piece => {
  const rest = /[\t\r\n]/g;
  rest.lastIndex = at;
  const next = rest.exec(text)?.index ?? text.length;
  return { cell: text.slice(at, next), next };
};

/** Reads a block from the clipboard, line breaks inside a cell as plain ones; the line break that Excel puts after the last row makes no row. */
export const fromTsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const piece = (text[at] === '"' ? quotedPiece(text, at) : null) ?? plainPiece(text, at);
    row.push(piece.cell);
    at = piece.next;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at >= text.length) return rows;
  }
};
