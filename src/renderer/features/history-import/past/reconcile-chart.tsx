import { useMemo } from 'react';
import { calendarDate } from '../../../../shared/domain/calendar.ts';
import type { Money } from '../../../../shared/domain/money.ts';
import { divideRounded } from '../../../../shared/domain/round.ts';
import { useApp } from '../../../ui/app-context.tsx';
import { Chart } from '../../../ui/chart.tsx';
import { amountsOf, type Measure, perUnit, type Reconciled } from './measures.ts';

/** The file beside the shop, a pair of bars for each month. */
export function ReconcileChart({
  months,
  measure,
}: Pick<Reconciled, 'months'> & { readonly measure: Measure }) {
  const { text, format } = useApp();
  const data = useMemo(() => {
    const amounts = months.map((month) => amountsOf(month, measure));
    const whole = (side: 'file' | 'shop') => amounts.map((one) => divideRounded(one[side], perUnit));
    return {
      labels: months.map(({ month }) => format.month(calendarDate(month * 100 + 1))),
      series: [
        { name: text('history-past.in-shop'), values: whole('shop'), role: 'strong' as const },
        { name: text('history-past.in-file'), values: whole('file'), role: 'compare' as const },
      ],
      formatValue: (value: number) => format.money(value as Money),
      formatAxis: (value: number) => format.compactMoney(value as Money),
    };
  }, [months, measure, text, format]);
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
