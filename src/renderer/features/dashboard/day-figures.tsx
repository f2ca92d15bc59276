import type { ReactNode } from 'react';
import { firstOfMonth } from '../../../shared/domain/calendar.ts';
import type { Metric } from '../../../shared/domain/kpi.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { ExplainButton } from '../../explain/explain-button.tsx';
import { type App, useApp, useFormat, useText } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import styles from './day-figures.module.css';
import { FigureCard } from './figure-card.tsx';
import {
  averageComparisons,
  averageNote,
  awaitingNote,
  lastWeekComparison,
  openNote,
  waitingWords,
  yesterdayComparison,
} from './figure-words.ts';
import { PartsBar } from './parts-bar.tsx';
import { StockBars } from './stock-bars.tsx';
import { useCounted } from './use-counted.ts';
import type { Low, Today } from './use-dashboard.ts';

type FiguresProps = { readonly data: Today | null; readonly low: readonly Low[] };
type FigureProps = { readonly data: Today | null };

/** Six figures, each with what it is compared with and the way to what it is made of; null holds their places. */
export function DayFigures({ data, low }: FiguresProps) {
  const text = useText();
  return (
    <section className={styles.figures} aria-label={text('dashboard.figures')}>
      <SalesFigure data={data} />
      <OrdersFigure data={data} />
      <AverageFigure data={data} />
      <PendingFigure data={data} />
      <AwaitingFigure data={data} />
      <LowStockFigure data={data} low={low} />
    </section>
  );
}

function lettersOf(amount: Money | null | undefined, { format }: Pick<App, 'format'>): number {
  return amount === null || amount === undefined ? 0 : format.money(amount).length;
}

function SalesFigure({ data }: FigureProps) {
  const words = useApp();
  const { text } = words;
  return (
    <FigureCard
      label={text('dashboard.sales-today')}
      to={{ path: '/reports/sales', query: { range: 'today', by: 'hour' } }}
      value={data && <CountedMoney amount={data.sales.today} />}
      letters={lettersOf(data?.sales.today, words)}
      comparisons={data ? [lastWeekComparison('netSales', data.sales, data.today, words)] : []}
      note={data ? text('dashboard.sales-net') : undefined}
      picture={trendOf(
        data?.days.map((day) => day.sales),
        (count) => text('dashboard.sales-trend', { count }),
      )}
      action={<Explain data={data} metric="netSales" />}
    />
  );
}

function OrdersFigure({ data }: FigureProps) {
  const words = useApp();
  const { text } = words;
  return (
    <FigureCard
      label={text('dashboard.orders-today')}
      to={{ path: '/orders', query: { days: 'today' } }}
      value={data && <CountedNumber value={data.orders.today} />}
      comparisons={data ? [lastWeekComparison('orders', data.orders, data.today, words)] : []}
      note={data ? text('dashboard.orders-all') : undefined}
      picture={trendOf(
        data?.days.map((day) => day.orders),
        (count) => text('dashboard.orders-trend', { count }),
      )}
      action={<Explain data={data} metric="orders" />}
    />
  );
}

function AverageFigure({ data }: FigureProps) {
  const words = useApp();
  const { text } = words;
  const month = data?.averageOrder.month ?? null;
  const averages = data?.days.flatMap(({ averageOrder }) => (averageOrder === null ? [] : [averageOrder]));
  return (
    <FigureCard
      label={text('dashboard.average-order')}
      to={{ path: '/reports/average-order', query: { range: 'this-month', by: 'day' } }}
      value={data && (month === null ? '–' : <CountedMoney amount={month} />)}
      letters={lettersOf(month, words)}
      comparisons={data ? averageComparisons(data, words) : []}
      note={data ? averageNote(data, words) : undefined}
      picture={trendOf(averages, (count) => text('dashboard.average-trend', { count }))}
      action={<Explain data={data} metric="averageOrder" />}
    />
  );
}

function PendingFigure({ data }: FigureProps) {
  const words = useApp();
  const { text } = words;
  return (
    <FigureCard
      label={text('dashboard.pending')}
      to={{ path: '/orders', query: { status: 'open' } }}
      value={data && <CountedNumber value={data.openOrders.open} />}
      comparisons={data ? [yesterdayComparison(data, words)] : []}
      note={data ? openNote(data, words) : undefined}
      picture={trendOf(
        data?.days.map((day) => day.open),
        (count) => text('dashboard.open-trend', { count }),
      )}
      action={<Explain data={data} metric="openOrders" />}
    />
  );
}

function AwaitingFigure({ data }: FigureProps) {
  const words = useApp();
  const { text } = words;
  const awaiting = data?.awaitingRefund;
  return (
    <FigureCard
      label={text('dashboard.awaiting-refund')}
      to={{ path: '/refunds', query: { state: 'awaiting' } }}
      value={awaiting ? <CountedMoney amount={awaiting.amount} /> : null}
      letters={lettersOf(awaiting?.amount, words)}
      note={data ? awaitingNote(data, words) : undefined}
      picture={
        data &&
        awaiting && (
          <PartsBar
            label={waitingWords(data, words)}
            parts={[
              { key: 'today', value: awaiting.waiting.today, tone: 'calm' },
              { key: 'week', value: awaiting.waiting.week, tone: 'strong' },
              { key: 'longer', value: awaiting.waiting.longer, tone: 'late' },
            ]}
          />
        )
      }
      detail={data && awaiting && awaiting.count > 0 ? waitingWords(data, words) : undefined}
      action={<Explain data={data} metric="awaitingRefund" />}
    />
  );
}

function LowStockFigure({ data, low }: FiguresProps) {
  const text = useText();
  const [least] = low;
  return (
    <FigureCard
      label={text('dashboard.low-stock')}
      to={{ path: '/reports/low-stock' }}
      value={data && <CountedNumber value={data.lowStock} />}
      note={
        data
          ? data.lowStock === 0
            ? text('dashboard.low-none')
            : least && text('dashboard.low-worst', { name: least.name })
          : undefined
      }
      picture={
        low.length > 0 && <StockBars worst={low} label={text('dashboard.low-trend', { count: low.length })} />
      }
      action={<Explain data={data} metric="lowStock" />}
    />
  );
}

/** The figure itself, over the days that it stands for. */
function Explain({ data, metric }: FigureProps & { readonly metric: Metric }) {
  if (data === null) return null;
  const { today } = data;
  const from = metric === 'averageOrder' ? firstOfMonth(today) : today;
  return <ExplainButton picked={{ metric, part: { kind: 'all', key: '' }, from, to: today, label: '' }} />;
}

/** A line needs two points, and one along the ground says nothing. */
function trendOf(values: readonly number[] | undefined, label: (count: number) => string): ReactNode {
  if (!values || values.length < 2 || values.every((value) => value === 0)) return null;
  return <Sparkline values={values} label={label(values.length)} />;
}

function CountedMoney({ amount }: { readonly amount: Money }) {
  return <MoneyText amount={money(useCounted(amount))} />;
}

function CountedNumber({ value }: { readonly value: number }) {
  return useFormat().number(useCounted(value));
}
