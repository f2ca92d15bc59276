import { type DecimalMark, plainDigits } from '../../../shared/domain/typed-decimal.ts';

/** What `1.234` alone means where nothing else in its column says. */
export type LoneThree = 'group' | 'unknown';

/** What the cells of one column said so far: commas above zero, points below. */
export type MarkVotes = { balance: number; lone: number };

/** Counts what one cell says; most say nothing. */
export function countVote(votes: MarkVotes, cell: string): void {
  const vote = voteOf(cell);
  if (vote === 'lone-point') votes.lone -= 1;
  else if (vote === 'lone-comma') votes.lone += 1;
  else votes.balance += vote;
}

/**
 * How a column writes decimals, by all its cells: `1.234,50`, `12,5` and `0,125` speak for the comma,
 * `1,234.50`, `1,29,999.00` and `12.5` for the point, `1.234.567` for the comma. The majority decides;
 * null when no cell speaks. Cells such as `1.234`, which may be either, are asked only when no other
 * speaks: in a price column (`loneThree: 'group'`) they are thousands, because few currencies have three
 * decimals.
 */
export function decideMark(votes: MarkVotes, loneThree: LoneThree): DecimalMark | null {
  if (votes.balance !== 0) return votes.balance > 0 ? ',' : '.';
  if (loneThree === 'group' && votes.lone !== 0) return votes.lone > 0 ? '.' : ',';
  return null;
}

/** 1 for a decimal comma, −1 for a decimal point, 0 for no evidence. */
function voteOf(cell: string): 1 | -1 | 0 | 'lone-point' | 'lone-comma' {
  if (cell.length > 60) return 0;
  const body = /\d[\d.,' ]*\d|[.,]\d+/.exec(plainDigits(cell))?.[0];
  if (body === undefined) return 0;
  const point = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (point < 0 && comma < 0) return 0;
  if (point >= 0 && comma >= 0) return comma > point ? 1 : -1;
  const mark = comma >= 0 ? ',' : '.';
  const at = Math.max(point, comma);
  const isComma = mark === ',';
  if (body.indexOf(mark) !== at) return isComma ? -1 : 1;
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) return isComma ? 'lone-comma' : 'lone-point';
  return isComma ? 1 : -1;
}
