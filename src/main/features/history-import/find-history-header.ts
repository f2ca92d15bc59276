import { historyFields, historySlots } from '../../../shared/contract/history-choices.ts';
import type { Steps } from '../csv/steps.ts';
import { cellText } from '../import/cell-text.ts';
import { findHeaderSteps } from '../import/find-header.ts';
import { headingOf, nameScore } from './history-columns.ts';

/** Titles and dates of a report may stand before the headings; further down none are looked for. */
const mostLinesBefore = 10;

/** Which of the first rows has the headings: the one that names most fields, at least two. Null for none. */
export function* findHistoryHeaderSteps(rows: readonly (readonly string[])[]): Steps<number | null> {
  let best: number | null = null;
  let most = 1;
  for (const [index, cells] of rows.slice(0, mostLinesBefore).entries()) {
    const count = namedFields(cells);
    if (count > most) {
      best = index;
      most = count;
    }
    yield 0;
  }
  return best ?? (yield* findHeaderSteps(rows));
}

function namedFields(cells: readonly string[]): number {
  const named = new Set<string>();
  for (const cell of cells) {
    const text = cellText(cell);
    if (text === '' || text.length > 60) continue;
    const heading = headingOf(text);
    for (const slot of historySlots) {
      const field = historyFields.find((one) => !named.has(one) && nameScore(slot, one, heading) > 0);
      if (field === undefined) continue;
      named.add(field);
      break;
    }
  }
  return named.size;
}
