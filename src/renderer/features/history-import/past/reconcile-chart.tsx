import { useMemo } from 'react';
import { divideRounded } from '../../../../shared/domain/round.ts';
import { useApp } from '../../../ui/app-context.tsx';
import { Chart } from '../../../ui/chart.tsx';
import { monthBars } from '../month-series.ts';
import { amountsOf, type Measure, perUnit, type Reconciled } from './measures.ts';

/** The file beside the shop, a pair of bars for each month. */
export function ReconcileChart({
  months,
  measure,
}: Pick<Reconciled, 'months'> & { readonly measure: Measure }) {
  const { text, format } = useApp();
  const data = useMemo(
    () =>
      monthBars(
        months.map((sums) => {
          const { file, shop } = amountsOf(sums, measure);
          return { month: sums.month, amounts: [shop, file].map((one) => divideRounded(one, perUnit)) };
        }),
        [
          { name: text('history-past.in-shop'), role: 'strong' },
          { name: text('history-past.in-file'), role: 'compare' },
        ],
        format,
      ),
    [months, measure, text, format],
  );
  const name = text(`history-past.measure-${measure}`);
  return (
    <Chart
      kind="bar"
      label={text('history-past.chart-label', { measure: name })}
      labelName={text('history-past.month')}
      {...data}
    />
  );
}
