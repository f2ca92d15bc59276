import type { BackupFacts } from '../../../shared/contract/backup-fields.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { Badge } from '../../ui/status-pill.tsx';
import type { TableColumn } from '../../ui/table.tsx';
import { factMoney, stateTones } from './backup-words.ts';
import type { KeptRow } from './timeline.tsx';

/** What is in a shop file, where that is known: of a backup as of a shop that was replaced. */
export function factColumns<Row extends { readonly facts: BackupFacts | null }>(
  text: AppText,
  format: Format,
) {
  const orders: TableColumn<Row> = {
    key: 'orders',
    label: text('backups.orders'),
    width: '6rem',
    align: 'end',
    cell: ({ facts }) => facts && format.number(facts.orders),
  };
  const sales: TableColumn<Row> = {
    key: 'sales',
    label: text('backups.sales'),
    width: 'minmax(8rem, 1fr)',
    align: 'end',
    cell: ({ facts }) => facts && factMoney(facts, facts.sales, format),
  };
  return { orders, sales };
}

/** The columns of the list of backups, the least needed ones only where there is room. */
export function backupColumns(text: AppText, format: Format): readonly FittingColumn<KeptRow>[] {
  const { orders, sales } = factColumns<KeptRow>(text, format);
  return [
    {
      key: 'when',
      label: text('backups.when'),
      width: 'minmax(10.5rem, 2fr)',
      cell: ({ madeAt }) => <bdi>{format.dateTime(madeAt)}</bdi>,
    },
    {
      key: 'state',
      label: text('backups.state'),
      width: 'minmax(7rem, 1fr)',
      cell: ({ state }) => <Badge tone={stateTones[state]}>{text(`backups.state-${state}`)}</Badge>,
    },
    orders,
    { ...sales, fromWidth: 34 },
    {
      key: 'last-order',
      label: text('backups.last-order'),
      width: 'minmax(10.5rem, 2fr)',
      fromWidth: 56,
      cell: ({ facts }) => facts?.lastOrder && <bdi>{format.dateTime(facts.lastOrder.at)}</bdi>,
    },
    {
      key: 'why',
      label: text('backups.why'),
      width: 'minmax(7rem, 1fr)',
      fromWidth: 45,
      cell: ({ cause }) => text(`backups.why-${cause}`),
    },
    {
      key: 'size',
      label: text('backups.size'),
      width: '6rem',
      align: 'end',
      fromWidth: 62,
      cell: ({ bytes }) => format.bytes(bytes),
    },
    {
      key: 'where',
      label: text('backups.where'),
      width: 'minmax(11rem, 2fr)',
      fromWidth: 73,
      cell: ({ places }) => {
        const where = format.list(places.map((place) => text(`backups.place-${place}`)));
        return <span title={where}>{where}</span>;
      },
    },
  ];
}
