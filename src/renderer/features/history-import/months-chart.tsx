import { useMemo } from 'react';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import type { HistoryPreview } from './history-state.ts';
import { monthSeries } from './month-series.ts';

/** What the file sold month by month: a gap or a tower is seen at once. */
export function MonthsChart({ preview: { months } }: { readonly preview: HistoryPreview }) {
  const { text, format } = useApp();
  const data = useMemo(() => {
    const series = monthSeries(months);
    return {
      labels: series.map(({ month }) => format.month(calendarDate(month * 100 + 1))),
      series: [
        { name: text('history-screen.net'), values: series.map(({ net }) => net), role: 'strong' as const },
      ],
      formatValue: (value: number) => format.money(money(value)),
      formatAxis: (value: number) => format.compactMoney(money(value)),
    };
  }, [months, text, format]);
  return (
    <Card title={text('history-screen.by-month')}>
      <Chart
        kind="bar"
        label={text('history-screen.by-month-label')}
        labelName={text('history-screen.month')}
        height={12}
        {...data}
      />
    </Card>
  );
}
