/**
 * A spreadsheet runs a cell that begins with one of these as a formula, so a product named
 * `=HYPERLINK(…)` would run on the owner's computer. Blanks before it do not protect everywhere; the
 * wide forms count because some spreadsheets fold them.
 */
const startsFormula = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const guardedStart = /^'(?:'|\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;
/** A plain negative number is no danger and must stay a number. */
const plainNegative = /^-\d+(?:[.,]\d+)?$/;

/**
 * A cell as it is safe in a spreadsheet: an apostrophe goes before what could run. It also goes before a
 * cell that begins with an apostrophe already, so that `readGuarded` can always take exactly one away:
 * `'=1` is written `''=1` and comes back as `'=1`.
 */
export function guardFormula(cell: string): string {
  if (plainNegative.test(cell)) return cell;
  return cell.startsWith("'") || startsFormula.test(cell) ? `'${cell}` : cell;
}

/**
 * Undoes `guardFormula`. Text of other programs passes unchanged (`'tis the season`), except that their
 * own guard of the same kind is taken away too.
 */
export function readGuarded(cell: string): string {
  return guardedStart.test(cell) ? cell.slice(1) : cell;
}
