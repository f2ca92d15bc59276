import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { money } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import type { ChartProps } from '../../ui/chart.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './sales-charts.module.css';
import type { Today } from './use-dashboard.ts';

/** The chart library is large and comes after the figures. */
const Chart = lazy(async () => ({ default: (await import('../../ui/chart.tsx')).Chart }));

/** Today hour by hour beside what is usual, and the last two weeks day by day. */
export function SalesCharts({ data }: { readonly data: Today | null }) {
  const { text, format } = useApp();
  const hours = data?.hours;
  const days = data?.days;
  const today = data?.today;
  const byHour = useMemo(
    () => (hours && today ? hoursChart(hours, format.weekday(today), text, format) : null),
    [hours, today, text, format],
  );
  const byDay = useMemo(() => (days ? daysChart(days, text, format) : null), [days, text, format]);
  return (
    <>
      <Card title={text('dashboard.by-hour')}>
        <Place>{byHour && <ChartOrNone chart={byHour} none={text('dashboard.no-hours')} />}</Place>
      </Card>
      <Card title={text('dashboard.by-day')}>
        <Place>{byDay && <ChartOrNone chart={byDay} none={text('dashboard.no-days')} />}</Place>
      </Card>
    </>
  );
}

/** A chart of nothing but zeroes has no scale to be drawn on: a sentence says more. */
function ChartOrNone({ chart, none }: { readonly chart: ChartProps; readonly none: string }) {
  const isEmpty = chart.series.every(({ values }) => values.every((value) => value === 0));
  return isEmpty ? <p className={styles.none}>{none}</p> : <Chart {...chart} />;
}

/** Keeps a chart's room while it is on its way. */
function Place({ children }: { readonly children: ReactNode }) {
  const waiting = <Skeleton height="15rem" />;
  return (
    <div className={styles.place}>
      <Suspense fallback={waiting}>{children ?? waiting}</Suspense>
    </div>
  );
}

function moneyFormats(format: Format): Pick<ChartProps, 'formatValue' | 'formatAxis'> {
  return {
    formatValue: (value) => format.money(money(value)),
    // Between two amounts the axis may have a line at half a cent.
    formatAxis: (value) => format.compactMoney(money(Math.trunc(value))),
  };
}

function hoursChart(hours: Today['hours'], weekday: string, text: AppText, format: Format): ChartProps {
  return {
    kind: 'bar',
    label: text('dashboard.by-hour-label', { weekday }),
    labelName: text('dashboard.hour'),
    labels: hours.map(({ hour }) => format.hour(hour)),
    series: [
      { name: text('dashboard.today'), values: hours.map(({ sales }) => sales), role: 'strong' },
      {
        name: text('dashboard.usual', { weekday }),
        values: hours.map(({ usual }) => usual),
        role: 'compare',
      },
    ],
    height: 13,
    ...moneyFormats(format),
  };
}

function daysChart(days: Today['days'], text: AppText, format: Format): ChartProps {
  return {
    kind: 'bar',
    label: text('dashboard.by-day-label'),
    labelName: text('dashboard.day'),
    labels: days.map(({ date }) => format.weekdayDay(date)),
    series: [{ name: text('dashboard.sales'), values: days.map(({ sales }) => sales), role: 'strong' }],
    height: 13,
    ...moneyFormats(format),
  };
}
