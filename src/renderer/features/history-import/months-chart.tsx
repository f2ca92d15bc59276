import { useMemo } from 'react';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Chart } from '../../ui/chart.tsx';
import type { HistoryPreview } from './history-state.ts';
import { monthBars } from './month-series.ts';

/** What the file sold month by month: a gap or a tower is seen at once. */
export function MonthsChart({ preview: { months } }: { readonly preview: HistoryPreview }) {
  const { text, format } = useApp();
  const data = useMemo(
    () =>
      monthBars(
        months.map(({ month, sales, returned }) => ({ month, amounts: [sales - returned] })),
        [{ name: text('history-screen.net'), role: 'strong' }],
        format,
      ),
    [months, text, format],
  );
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
