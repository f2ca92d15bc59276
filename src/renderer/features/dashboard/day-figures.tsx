import { addDays, addMonths, type CalendarDate, firstOfMonth } from '../../../shared/domain/calendar.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { divideRounded } from '../../../shared/domain/round.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApp, useFormat, useText } from '../../ui/app-context.tsx';
import { type Comparison, Figure } from '../../ui/figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { hrefOf } from '../../ui/router.ts';
import { compareFigures } from './compare-figures.ts';
import styles from './day-figures.module.css';
import { StockBars } from './stock-bars.tsx';
import { useCounted } from './use-counted.ts';
import type { Today } from './use-dashboard.ts';

/** Four figures in a row, each against what it is usually; null holds their place. */
export function DayFigures({ data }: { readonly data: Today | null }) {
  const { text, format } = useApp();
  const days = data?.days ?? [];
  return (
    <section className={styles.figures} aria-label={text('dashboard.figures')}>
      <Figure
        label={text('dashboard.sales-today')}
        href={hrefOf('/orders', { days: 'today' })}
        value={data && <CountedMoney amount={data.sales.today} />}
        comparison={data ? salesComparison(data, text, format) : undefined}
        trend={trendOf(
          days.map((day) => day.sales),
          text('dashboard.sales-trend', { count: days.length }),
        )}
      />
      <Figure
        label={text('dashboard.orders-today')}
        href={hrefOf('/orders', { days: 'today' })}
        value={data && <CountedNumber value={data.orders.today} />}
        comparison={data ? ordersComparison(data, text, format) : undefined}
        trend={trendOf(
          days.map((day) => day.orders),
          text('dashboard.orders-trend', { count: days.length }),
        )}
      />
      <AverageFigure data={data} />
      <LowStockFigure data={data} />
    </section>
  );
}

/** A line needs two points, and one along the ground says nothing. */
function trendOf(values: readonly number[], label: string) {
  return values.length > 1 && values.some((value) => value !== 0) ? { values, label } : undefined;
}

function AverageFigure({ data }: { readonly data: Today | null }) {
  const { text, format } = useApp();
  const month = data?.averageOrder.month ?? null;
  const averages = (data?.days ?? []).flatMap((day) =>
    day.orders > 0 ? [divideRounded(day.sales, day.orders)] : [],
  );
  return (
    <Figure
      label={text('dashboard.average-order')}
      href={hrefOf('/orders', { days: 'month' })}
      value={data && (month === null ? '–' : <CountedMoney amount={month} />)}
      comparison={data ? averageComparison(data, text, format) : undefined}
      note={data ? averageNote(data, text, format) : undefined}
      trend={trendOf(averages, text('dashboard.average-trend', { count: averages.length }))}
    />
  );
}

function LowStockFigure({ data }: { readonly data: Today | null }) {
  const text = useText();
  const worst = data?.lowStock.worst ?? [];
  const [least] = worst;
  return (
    <Figure
      label={text('dashboard.low-stock')}
      href={hrefOf('/products', { stock: 'low' })}
      value={data && <CountedNumber value={data.lowStock.count} />}
      note={
        data
          ? least
            ? text('dashboard.low-worst', { name: least.name })
            : text('dashboard.low-none')
          : undefined
      }
      chart={
        worst.length > 0 && (
          <StockBars worst={worst} label={text('dashboard.low-trend', { count: worst.length })} />
        )
      }
    />
  );
}

function salesComparison({ today, sales }: Today, text: AppText, format: Format): Comparison {
  return compareFigures(
    {
      now: sales.today,
      before: sales.before,
      write: (difference) => format.money(money(difference)),
      ...lastWeek(today, text, format),
    },
    format,
  );
}

function ordersComparison({ today, orders }: Today, text: AppText, format: Format): Comparison {
  return compareFigures(
    {
      now: orders.today,
      before: orders.before,
      write: (difference) => format.number(difference),
      ...lastWeek(today, text, format),
    },
    format,
  );
}

function lastWeek(today: CalendarDate, text: AppText, format: Format) {
  const day = format.weekdayDay(addDays(today, -7));
  return {
    comparedWith: text('dashboard.on-day', { day }),
    sameAs: text('dashboard.same-as-day', { day }),
  };
}

/** The same days of last month, as main compares them. */
function lastMonth(today: CalendarDate, format: Format): { readonly from: string; readonly to: string } {
  const to = addMonths(today, -1);
  return { from: format.dayMonth(firstOfMonth(to)), to: format.dayMonth(to) };
}

function averageComparison(
  { today, averageOrder }: Today,
  text: AppText,
  format: Format,
): Comparison | undefined {
  const { month, before } = averageOrder;
  if (month === null || before === null) return undefined;
  const span = lastMonth(today, format);
  return compareFigures(
    {
      now: month,
      before,
      write: (difference) => format.money(money(difference)),
      comparedWith: text('dashboard.on-span', span),
      sameAs: text('dashboard.same-as-span', span),
    },
    format,
  );
}

function averageNote({ today, averageOrder }: Today, text: AppText, format: Format): string {
  return averageOrder.month === null
    ? text('dashboard.average-none')
    : text('dashboard.none-before', lastMonth(today, format));
}

function CountedMoney({ amount }: { readonly amount: Money }) {
  return <MoneyText amount={money(useCounted(amount))} />;
}

function CountedNumber({ value }: { readonly value: number }) {
  return useFormat().number(useCounted(value));
}
