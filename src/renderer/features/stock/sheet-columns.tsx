import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { CountField } from './count-field.tsx';
import { CountVariance } from './count-variance.tsx';
import { ProductCell } from './product-cell.tsx';
import styles from './sheet-columns.module.css';
import type { SheetLine } from './use-sheet.ts';
import { Variance } from './variance.tsx';

/** The columns of a count sheet; figures are entered while the stock-take is open. */
export function sheetColumns(
  text: AppText,
  format: Format,
  isOpen: boolean,
): readonly FittingColumn<SheetLine>[] {
  return [
    {
      key: 'product',
      label: text('stock.product'),
      width: 'minmax(10rem, 1fr)',
      cell: (line) => <ProductCell {...line} />,
    },
    {
      key: 'expected',
      label: text('stock-take.expected'),
      width: '6.5rem',
      align: 'end',
      cell: (line) => <bdi>{format.quantity(line.expected, line.unit)}</bdi>,
    },
    {
      key: 'counted',
      label: text('stock-take.counted-figure'),
      width: '8.5rem',
      align: 'end',
      cell: (line) =>
        isOpen ? (
          <CountField line={line} />
        ) : (
          <bdi className={styles.counted}>
            {line.counted === null ? '–' : format.quantity(line.counted, line.unit)}
          </bdi>
        ),
    },
    {
      key: 'variance',
      label: text('stock-take.variance'),
      width: '10rem',
      cell: (line) =>
        isOpen ? (
          <CountVariance line={line} />
        ) : (
          line.counted !== null && (
            <Variance counted={line.counted} expected={line.expected} unit={line.unit} />
          )
        ),
    },
    {
      key: 'counted-by',
      label: text('stock-take.counted-by'),
      width: '13rem',
      fromWidth: 62,
      cell: (line) => <CountedBy line={line} format={format} />,
    },
  ];
}

function CountedBy({ line, format }: { readonly line: SheetLine; readonly format: Format }) {
  if (line.countedAt === null) return null;
  const words = [line.countedBy, format.time(line.countedAt)].filter((word) => word !== null).join(', ');
  return (
    <bdi className={styles.muted} title={words}>
      {words}
    </bdi>
  );
}
