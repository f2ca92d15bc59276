import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { LevelBadge } from './level-badge.tsx';
import { LevelBar } from './level-bar.tsx';
import styles from './low-stock-columns.module.css';
import { ProductCell } from './product-cell.tsx';
import { RowButton } from './row-button.tsx';
import type { LowRow } from './use-low-stock.ts';

/** What can be done with a row, for whoever may. */
type LowActions = {
  readonly receive: ((row: LowRow) => void) | undefined;
  readonly adjust: ((row: LowRow) => void) | undefined;
};

/** The columns of the low stock list, the least needed ones only where there is room. */
export function lowStockColumns(
  text: AppText,
  format: Format,
  actions: LowActions,
): readonly FittingColumn<LowRow>[] {
  return [
    {
      key: 'product',
      label: text('stock.product'),
      width: 'minmax(10rem, 1fr)',
      cell: (row) => <ProductCell {...row} />,
    },
    {
      key: 'state',
      label: text('stock.state'),
      width: '7rem',
      cell: (row) => <LevelBadge stock={row} />,
    },
    {
      key: 'left',
      label: text('stock.left'),
      width: '8rem',
      fromWidth: 58,
      cell: (row) => <LevelBar available={row.available} reorderLevel={row.reorderLevel} />,
    },
    ...figureColumns(text, format),
    ...actionColumn(text, actions),
  ];
}

function figureColumns(text: AppText, format: Format): readonly FittingColumn<LowRow>[] {
  const figure = (key: string, fromWidth: number, label: string, of: (row: LowRow) => Quantity) => ({
    key,
    label,
    width: '6rem',
    align: 'end' as const,
    fromWidth,
    cell: (row: LowRow) => (
      <bdi className={joinClasses(key === 'reserved' && of(row) === 0 && styles.muted)}>
        {format.quantity(of(row), row.unit)}
      </bdi>
    ),
  });
  return [
    {
      ...figure('available', 0, text('stock.available'), (row) => row.available),
      cell: (row: LowRow) => (
        <bdi className={joinClasses(styles.available, row.available <= 0 && styles.short)}>
          {format.quantity(row.available, row.unit)}
        </bdi>
      ),
    },
    figure('on-hand', 42, text('stock.on-hand'), (row) => row.onHand),
    figure('reserved', 65, text('stock.reserved'), (row) => row.reserved),
    { ...figure('level', 50, text('stock.level'), (row) => row.reorderLevel), width: '7rem' },
  ];
}

function actionColumn(text: AppText, { receive, adjust }: LowActions): readonly FittingColumn<LowRow>[] {
  if (!receive && !adjust) return [];
  return [
    {
      key: 'actions',
      label: text('stock.actions'),
      width: receive && adjust ? '11.5rem' : '7rem',
      align: 'end',
      fromWidth: 34,
      cell: (row) => (
        <span className={styles.actions}>
          {receive && (
            <RowButton label={text('stock.receive-product', { name: row.name })} onPress={() => receive(row)}>
              {text('stock.row-receive')}
            </RowButton>
          )}
          {adjust && (
            <RowButton label={text('stock.adjust-product', { name: row.name })} onPress={() => adjust(row)}>
              {text('stock.row-adjust')}
            </RowButton>
          )}
        </span>
      ),
    },
  ];
}
