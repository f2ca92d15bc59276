import { lazy, type RefObject, Suspense, useMemo } from 'react';
import type { ReportInput, ReportResult } from '../../../../shared/contract/reports.ts';
import { calendarDate } from '../../../../shared/domain/calendar.ts';
import { money } from '../../../../shared/domain/money.ts';
import { useApp } from '../../../ui/app-context.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Picked, PictureSource } from '../picked.ts';

/** The chart library is large and comes after the figures. */
const Chart = lazy(async () => ({ default: (await import('../../../ui/chart.tsx')).Chart }));

type ReportChartProps = {
  readonly result: ReportResult;
  readonly by: ReportInput['by'];
  readonly onPick: (picked: Picked) => void;
  readonly pictureRef: RefObject<PictureSource | null>;
};

/** The picture that suits a report. */
export function ReportChart({ result, onPick }: ReportChartProps) {
  const { text, format } = useApp();
  const metric = result.seriesMetrics[0];
  const chart = useMemo(() => {
    if (metric === undefined) return null;
    const labels = result.series.map(({ from }) => format.dayMonth(calendarDate(from)));
    const values = result.series.map((step) => step.values[0] ?? 0);
    const write = (value: number) => format.money(money(Math.trunc(value)));
    const name = text(`metric.name-${metric}`);
    return {
      kind: 'bar' as const,
      label: name,
      labelName: name,
      labels,
      series: [{ name, values, role: 'strong' as const }],
      formatValue: write,
      formatAxis: write,
    };
  }, [result, metric, format, text]);
  if (chart === null || metric === undefined) return null;
  return (
    <Suspense fallback={<Skeleton height="16rem" />}>
      <Chart
        {...chart}
        onOpen={(index) => {
          const step = result.series[index];
          if (step === undefined) return;
          const { from, to } = step;
          onPick({ metric, part: { kind: 'all', key: '' }, from, to, label: chart.labels[index] ?? '' });
        }}
      />
    </Suspense>
  );
}
