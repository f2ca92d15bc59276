import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Figure } from './count-draft.ts';

type Counted = { readonly counted: Quantity | null; readonly expected: Quantity };

/** What stands on a line: what was entered here and is on its way, else what the sheet says. */
export function shownFigure(line: Counted, figure: Figure | undefined): Counted {
  if (figure === undefined || 'typed' in figure) return line;
  return { counted: figure.counted, expected: figure.expected ?? line.expected };
}
