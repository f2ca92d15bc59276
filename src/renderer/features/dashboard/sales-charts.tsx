import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { dayOfWeek, isoDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { pickFigure } from '../../explain/picked.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import type { ChartProps } from '../../ui/chart.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './sales-charts.module.css';
import type { Charts } from './use-dashboard.ts';

/** The chart library is large and comes after the figures. */
const Chart = lazy(async () => ({ default: (await import('../../ui/chart.tsx')).Chart }));

/** Today hour by hour beside what is usual, and the last two weeks beside the two before. */
export function SalesCharts({ data }: { readonly data: Charts | null }) {
  const { text, format } = useApp();
  const hours = data?.hours;
  const days = data?.days;
  const today = data?.today;
  const byHour = useMemo(
    () => (hours && today ? hoursChart(hours, today, text, format) : null),
    [hours, today, text, format],
  );
  const byDay = useMemo(() => (days ? daysChart(days, text, format) : null), [days, text, format]);
  return (
    <>
      <Card title={text('dashboard.by-hour')}>
        <p className={styles.about}>{text('dashboard.by-hour-about')}</p>
        <Place>{byHour && <ChartOrNone chart={byHour} none={text('dashboard.no-hours')} />}</Place>
      </Card>
      <Card title={text('dashboard.by-day')}>
        <p className={styles.about}>{text('dashboard.by-day-about')}</p>
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

function hoursChart(
  hours: Charts['hours'],
  today: Charts['today'],
  text: AppText,
  format: Format,
): ChartProps {
  const weekday = format.weekday(today);
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
    onOpen: (index) => {
      const hour = hours[index]?.hour;
      if (hour === undefined) return;
      const part = { kind: 'hour', key: `${dayOfWeek(today)}-${hour}` } as const;
      pickFigure({ metric: 'sales', part, from: today, to: today, label: format.hour(hour) });
    },
    openLabel: (hour) => text('dashboard.open-today', { hour }),
    ...moneyFormats(format),
  };
}

function daysChart(days: Charts['days'], text: AppText, format: Format): ChartProps {
  const dates = days.map(({ date }) => date);
  return {
    kind: 'bar',
    label: text('dashboard.by-day-label'),
    labelName: text('dashboard.day'),
    labels: dates.map((date) => format.weekdayDay(date)),
    series: [
      { name: text('dashboard.these-days'), values: days.map(({ sales }) => sales), role: 'strong' },
      { name: text('dashboard.days-before'), values: days.map(({ before }) => before), role: 'compare' },
    ],
    height: 13,
    onOpen: (index) => {
      const date = dates[index];
      if (date === undefined) return;
      const day = isoDate(date);
      navigate('/reports/sales', { query: { from: day, to: day, by: 'hour' } });
    },
    openLabel: (day) => text('dashboard.open-day', { day }),
    ...moneyFormats(format),
  };
}
