import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import styles from './ledger-columns.module.css';
import { type Movement, movementPlace, movementWords } from './movement-words.ts';
import { signedQuantity } from './signed-quantity.ts';

type LedgerWords = {
  readonly text: AppText;
  readonly format: Format;
  readonly unit: Unit;
  /** What is not counted has no balance. */
  readonly tracked: boolean;
  readonly withCost: boolean;
};

/** The columns of a ledger, the least needed ones only where there is room. */
export function ledgerColumns(words: LedgerWords): readonly FittingColumn<Movement>[] {
  const { text, format, unit, withCost } = words;
  return [
    {
      key: 'when',
      label: text('stock.when'),
      width: '10.25rem',
      cell: (row) => <bdi className={styles.muted}>{format.dateTime(row.at)}</bdi>,
    },
    {
      key: 'what',
      label: text('stock.what'),
      width: 'minmax(11rem, 1fr)',
      cell: (row) => <What row={row} words={movementWords(row, { text, format, unit })} />,
    },
    ...figureColumns(words).filter(({ key }) => words.tracked || key === 'change'),
    ...(withCost
      ? [
          {
            key: 'cost',
            label: text('stock.moved-cost'),
            width: '6rem',
            align: 'end' as const,
            fromWidth: 74,
            cell: (row: Movement) =>
              row.unitCost !== null && <MoneyText amount={row.unitCost} currencySign={false} />,
          },
        ]
      : []),
    {
      key: 'by',
      label: text('stock.by'),
      width: '8rem',
      fromWidth: 62,
      cell: (row) => <bdi title={row.staffName ?? undefined}>{row.staffName}</bdi>,
    },
  ];
}

function figureColumns({ text, format, unit }: LedgerWords): readonly FittingColumn<Movement>[] {
  const after = (amount: Quantity) => <bdi>{format.quantity(amount, unit)}</bdi>;
  return [
    {
      key: 'change',
      label: text('stock.change'),
      width: '5rem',
      align: 'end',
      cell: (row) => (
        <Change amount={row.onHandChange} words={signedQuantity(row.onHandChange, unit, format)} />
      ),
    },
    {
      key: 'on-hand-after',
      label: text('stock.on-hand-after'),
      width: '6.75rem',
      align: 'end',
      cell: (row) => <span className={styles.balance}>{after(row.onHandAfter)}</span>,
    },
    {
      key: 'reserved-change',
      label: text('stock.reserved-change'),
      width: '5.5rem',
      align: 'end',
      fromWidth: 40,
      cell: (row) => (
        <Change amount={row.reservedChange} words={signedQuantity(row.reservedChange, unit, format)} plain />
      ),
    },
    {
      key: 'reserved-after',
      label: text('stock.reserved-after'),
      width: '7.5rem',
      align: 'end',
      fromWidth: 68,
      cell: (row) => after(row.reservedAfter),
    },
  ];
}

function What({ row, words }: { readonly row: Movement; readonly words: string }) {
  const place = movementPlace(row);
  return (
    <span title={words}>
      <bdi>{place === null ? words : <Link to={place}>{words}</Link>}</bdi>
    </span>
  );
}

type ChangeProps = {
  readonly amount: Quantity;
  readonly words: string;
  /** Neither good nor bad. */
  readonly plain?: boolean;
};

/** What came or went; nothing is said of what stayed. */
function Change({ amount, words, plain = false }: ChangeProps) {
  if (amount === 0) return <span className={styles.muted}>–</span>;
  const tone = amount > 0 ? styles.more : styles.fewer;
  return <bdi className={joinClasses(!plain && tone)}>{words}</bdi>;
}
