import type { ReportResult } from '../../../../shared/contract/reports.ts';
import type { OrderStatus } from '../../../../shared/domain/order-status.ts';
import { rate } from '../../../../shared/domain/rate.ts';
import type { TextKey } from '../../../../shared/text/english.ts';
import type { Words } from './step-words.ts';

type Row = ReportResult['rows'][number];

/** What a row of a report is called; what has no name of the shop has one of ours. */
export function partName({ part: { kind, key }, cells }: Row, { text, format }: Words): string {
  const [first = null, second = null] = cells;
  const name = typeof first === 'string' ? first : null;
  switch (kind) {
    case 'product':
      return (
        name ?? (key === '0' ? text('reports.custom-items') : text('reports.product-gone', { number: key }))
      );
    case 'category':
      return name ?? text('reports.no-category');
    case 'customer':
      return name ?? text('reports.customer-gone', { number: key });
    case 'status':
      return text(`ui.status-${key as OrderStatus}`);
    case 'tax':
      return `${name ?? ''} ${format.percent(rate(Number(second ?? 0)))}`.trim();
    case 'discount': {
      const who = typeof second === 'string' ? second : text('reports.nobody');
      return text('report-chart.discount-by', { kind: wordOf(name ?? '', text), who });
    }
    case 'reason':
    case 'movement':
      return wordOf(key, text);
    default:
      return name ?? text('reports.nobody');
  }
}

/** A word of the application; one that has no text yet is shown as it is. */
function wordOf(word: string, text: Words['text']): string {
  const written = text(`reports.word-${word}` as Extract<TextKey, 'reports.word-cancel'>);
  return written.startsWith('reports.word-') ? word : written;
}
