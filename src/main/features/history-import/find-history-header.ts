import { historyFields, historySlots } from '../../../shared/contract/history-choices.ts';
import { cellText } from '../import/cell-text.ts';
import { findHeader } from '../import/find-header.ts';
import { nameScore } from './history-columns.ts';

/** Titles and dates of a report may stand before the headings; further down none are looked for. */
const mostLinesBefore = 10;

/** Which of the first rows has the headings: the one that names most fields, at least two. Null for none. */
export function findHistoryHeader(rows: readonly (readonly string[])[]): number | null {
  let best: number | null = null;
  let most = 1;
  rows.slice(0, mostLinesBefore).forEach((cells, index) => {
    const count = namedFields(cells);
    if (count > most) {
      best = index;
      most = count;
    }
  });
  return best ?? findHeader(rows);
}

function namedFields(cells: readonly string[]): number {
  const named = new Set<string>();
  for (const cell of cells) {
    const text = cellText(cell);
    if (text === '' || text.length > 60) continue;
    for (const slot of historySlots) {
      const field = historyFields.find((one) => !named.has(one) && nameScore(slot, one, text) > 0);
      if (field === undefined) continue;
      named.add(field);
      break;
    }
  }
  return named.size;
}
