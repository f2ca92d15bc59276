import { lazy, Suspense, useMemo } from 'react';
import type { CustomerDetail } from '../../../shared/contract/customers.ts';
import { type CalendarDate, isoDate } from '../../../shared/domain/calendar.ts';
import { money, zeroMoney } from '../../../shared/domain/money.ts';
import { useMay, useToday } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import type { ChartProps } from '../../ui/chart.tsx';
import { changeQuery } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { filledMonths } from './history-filter.ts';
import styles from './spent-chart.module.css';

/** The chart library is large and comes after the figures. */
const Chart = lazy(async () => ({ default: (await import('../../ui/chart.tsx')).Chart }));

/** What a customer spent month by month; a month leads to its orders. */
export function SpentChart({ customer }: { readonly customer: CustomerDetail }) {
  const { text, format } = useApp();
  const today = useToday();
  const maySeeOrders = useMay('see-orders');
  const { months, name } = customer;
  const shown = useMemo(
    () => filledMonths(months, today, (month) => ({ month, orders: 0, spent: zeroMoney })),
    [months, today],
  );
  const chart = useMemo(
    (): ChartProps => ({
      kind: 'bar',
      label: text('customers.chart', { name }),
      labelName: text('customers.month'),
      labels: shown.map(({ month }) => format.month(month)),
      series: [
        { name: text('customers.spent'), values: shown.map(({ spent }) => Number(spent)), role: 'strong' },
      ],
      height: 12,
      formatValue: (value) => format.money(money(value)),
      // Between two amounts the axis may have a line at half a cent.
      formatAxis: (value) => format.compactMoney(money(Math.trunc(value))),
    }),
    [text, format, name, shown],
  );
  const openMonth = (index: number) => {
    const month = shown[index]?.month;
    if (month !== undefined) showMonth(month);
  };
  return (
    <Card title={text('customers.what-they-spent')}>
      {shown.length === 0 ? (
        <p className={styles.none}>{text('customers.chart-none')}</p>
      ) : (
        <Suspense fallback={<Skeleton height="14rem" />}>
          <Chart
            {...chart}
            {...(maySeeOrders
              ? {
                  onOpen: openMonth,
                  openLabel: (label: string) => text('customers.chart-orders', { month: label }),
                }
              : {})}
          />
        </Suspense>
      )}
    </Card>
  );
}

/** Narrows the orders under the chart to one month. */
function showMonth(month: CalendarDate): void {
  changeQuery({ month: isoDate(month).slice(0, 7) });
}
