import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { Unit } from '../../../shared/domain/unit.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import type { ChartProps } from '../../ui/chart.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './stock-days.module.css';
import type { ProductStock } from './stock-dialog-frame.tsx';

/** The chart library is large and comes after the figures. */
const Chart = lazy(async () => ({ default: (await import('../../ui/chart.tsx')).Chart }));

/** What was on hand at the end of each of the last days, as a line and as a table. */
export function StockDays({ stock }: { readonly stock: ProductStock }) {
  const { text, format } = useApp();
  const { days, name, unit } = stock;
  const chart = useMemo(
    () => daysChart({ days, name, unit }, text, format),
    [days, name, unit, text, format],
  );
  const isEmpty = days.every(({ onHand }) => onHand === 0);
  return (
    <Card title={text('stock.last-days')}>
      {isEmpty ? (
        <p className={styles.none}>{text('stock.days-nothing')}</p>
      ) : (
        <Place>
          <Chart {...chart} />
        </Place>
      )}
    </Card>
  );
}

/** Keeps the chart's room while it is on its way. */
function Place({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.place}>
      <Suspense fallback={<Skeleton height="9rem" />}>{children}</Suspense>
    </div>
  );
}

function daysChart(
  { days, name, unit }: Pick<ProductStock, 'days' | 'name' | 'unit'>,
  text: AppText,
  format: Format,
): ChartProps {
  return {
    kind: 'line',
    label: text('stock.days-label', { name }),
    labelName: text('stock.day'),
    labels: days.map(({ date }) => format.dayMonth(date)),
    series: [{ name: text('stock.on-hand'), values: days.map(({ onHand }) => onHand), role: 'strong' }],
    height: 7,
    formatValue: (value) => format.quantity(quantity(value), unit),
    formatAxis: (value) => axisWords(value, unit, format),
  };
}

/** Whole thousands of pieces are written short; between two lines the axis may stand at a part of one. */
function axisWords(thousandths: number, unit: Unit, format: Format): string {
  return Math.abs(thousandths) < 10_000_000
    ? format.quantity(quantity(Math.trunc(thousandths)), unit === 'piece' ? '' : unit)
    : format.compact(Math.trunc(thousandths / 1000));
}
