import type { AppText } from '../../../../shared/text/english.ts';
import type { Format } from '../../../../shared/text/format.ts';
import type { PageItem } from '../../../bridge/api-query.ts';
import type { FittingColumn } from '../../../ui/fitting-columns.ts';
import { Badge } from '../../../ui/status-pill.tsx';

export type PastRow = PageItem<'historyImport.list'>;

/** The days that an import's orders are of, in words; empty where it brought none. */
export function spanWords(
  { fromDate, toDate }: Pick<PastRow, 'fromDate' | 'toDate'>,
  text: AppText,
  format: Format,
) {
  if (fromDate === null || toDate === null) return '';
  const [from, to] = [format.dateShort(fromDate), format.dateShort(toDate)];
  return from === to ? from : text('history-past.span-words', { from, to });
}

/** The columns of the list of imports, the least needed ones only where there is room. */
export function pastColumns(text: AppText, format: Format): readonly FittingColumn<PastRow>[] {
  return [
    {
      key: 'file',
      label: text('history-past.file'),
      width: 'minmax(10rem, 3fr)',
      cell: ({ fileName }) => (
        <span dir="auto" title={fileName}>
          {fileName}
        </span>
      ),
    },
    {
      key: 'at',
      label: text('history-past.at'),
      width: 'minmax(12.5rem, 1fr)',
      cell: ({ at }) => format.dateTime(at),
    },
    {
      key: 'by',
      label: text('history-past.by'),
      width: 'minmax(8rem, 2fr)',
      fromWidth: 66,
      cell: ({ staffName }) => (
        <span dir="auto" title={staffName ?? undefined}>
          {staffName ?? text('history-past.nobody')}
        </span>
      ),
    },
    {
      key: 'span',
      label: text('history-past.span'),
      width: 'minmax(13rem, 3fr)',
      fromWidth: 54,
      cell: (row) => spanWords(row, text, format),
    },
    {
      key: 'orders',
      label: text('history-past.orders'),
      width: '6.5rem',
      align: 'end',
      cell: ({ orders }) => format.number(orders),
    },
    {
      key: 'returns',
      label: text('history-past.returns'),
      width: '6rem',
      align: 'end',
      fromWidth: 46,
      cell: ({ returns }) => format.number(returns),
    },
    {
      key: 'state',
      label: text('history-past.state'),
      width: '8rem',
      cell: ({ undoneAt }) =>
        undoneAt === null ? (
          <Badge tone="positive">{text('history-past.state-here')}</Badge>
        ) : (
          <Badge>{text('history-past.state-gone')}</Badge>
        ),
    },
  ];
}
