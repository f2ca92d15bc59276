import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { PageItem } from '../../bridge/api-query.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { Badge, type Tone } from '../../ui/status-pill.tsx';
import styles from './count-columns.module.css';

export type CountRow = PageItem<'stockCounts.list'>;

const tones: Readonly<Record<CountRow['state'], Tone>> = {
  open: 'info',
  posted: 'positive',
  discarded: 'neutral',
};

/** The columns of the list of stock-takes, the least needed ones only where there is room. */
export function countColumns(text: AppText, format: Format): readonly FittingColumn<CountRow>[] {
  return [
    {
      key: 'name',
      label: text('stock-take.count-name'),
      width: 'minmax(11rem, 1fr)',
      cell: (row) => (
        <span className={styles.name} title={row.name}>
          <bdi>{row.name}</bdi>
        </span>
      ),
    },
    {
      key: 'state',
      label: text('stock-take.count-state'),
      width: '8rem',
      cell: (row) => <Badge tone={tones[row.state]}>{text(`stock-take.count-${row.state}`)}</Badge>,
    },
    {
      key: 'counted',
      label: text('stock-take.count-counted'),
      width: '11rem',
      align: 'end',
      cell: (row) => (
        <bdi>
          {text('stock-take.count-progress', {
            counted: format.number(row.counted),
            products: format.number(row.products),
          })}
        </bdi>
      ),
    },
    {
      key: 'different',
      label: text('stock-take.count-different'),
      width: '6.5rem',
      align: 'end',
      fromWidth: 42,
      cell: (row) => <bdi>{format.number(row.different)}</bdi>,
    },
    {
      key: 'what',
      label: text('stock-take.count-of'),
      width: '11rem',
      fromWidth: 72,
      cell: (row) => <bdi>{row.categoryName ?? text('stock-take.count-all')}</bdi>,
    },
    {
      key: 'started',
      label: text('stock-take.count-started-at'),
      width: '11rem',
      fromWidth: 52,
      cell: (row) => <bdi className={styles.muted}>{format.dateTime(row.startedAt)}</bdi>,
    },
    {
      key: 'by',
      label: text('stock-take.count-started-by'),
      width: '9rem',
      fromWidth: 62,
      cell: (row) => <bdi title={row.staffName ?? undefined}>{row.staffName}</bdi>,
    },
  ];
}
