/** What a cell of a table of the shop can hold, as text: nothing at all is null. */
export type ExactCell = string | null;

/** What no text file keeps as it is: NUL, other unprintable signs, halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unkept = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]|\p{Cs}/u;

/**
 * A cell that comes back exactly as it was, where `writeCsv` and `readCsv` alone would not tell nothing from an empty
 * text, or lose a sign. Nothing at all is an empty cell; what begins with a backslash is written as in JSON. The guard
 * against formulas comes after it.
 */
export function writeExact(cell: ExactCell): string {
  if (cell === null) return '';
  if (cell !== '' && !cell.startsWith('\\') && !unkept.test(cell)) return cell;
  return `\\${JSON.stringify(cell).slice(1, -1).replaceAll('\ufeff', '\\ufeff')}`;
}

/** Undoes `writeExact`. @throws SyntaxError where it was written by nobody. */
export function readExact(cell: string): ExactCell {
  if (cell === '') return null;
  if (!cell.startsWith('\\')) return cell;
  return JSON.parse(`"${cell.slice(1)}"`) as string;
}
