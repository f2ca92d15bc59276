import type { ReportResult } from '../../../../shared/contract/reports.ts';
import { cellWords } from '../../../../shared/text/report-words.ts';
import type { Words } from './step-words.ts';

type Row = ReportResult['rows'][number];

/** What a row of a report is called at its bar: as its table says it, in as few words as tell it from the others. */
export function partName({ columns }: ReportResult, row: Row, words: Words): string {
  const at = (index: number): string => {
    const column = columns[index];
    // A time line has no parts: what its steps are called depends on nothing here.
    return column ? cellWords(words, column, row, index, 'day') : '';
  };
  switch (row.part.kind) {
    case 'tax':
      return [at(0), at(1)].join(' ');
    case 'discount':
      return words.text('report-chart.discount-by', { kind: at(0), who: at(1) });
    default:
      return at(0);
  }
}
