import { type Metric, type MetricUnit, metrics } from '../../../../shared/domain/kpi.ts';
import { money } from '../../../../shared/domain/money.ts';
import { quantity } from '../../../../shared/domain/quantity.ts';
import { rate } from '../../../../shared/domain/rate.ts';
import type { Format } from '../../../../shared/text/format.ts';
import type { ChartProps } from '../../../ui/chart.tsx';

type Formats = Pick<ChartProps, 'formatValue' | 'formatAxis' | 'axisStep'>;

/** How figures of a unit are written: exactly, and short for an axis, which may have lines between two units. */
export function formatsOf(unit: MetricUnit, format: Format): Formats {
  if (unit === 'money') {
    return {
      formatValue: (value) => format.money(money(value)),
      formatAxis: (value) => format.compactMoney(money(Math.trunc(value))),
      axisStep: 1,
    };
  }
  if (unit === 'quantity') {
    return {
      formatValue: (value) => format.quantity(quantity(value)),
      formatAxis: (value) => format.compact(Math.trunc(value / 1000)),
      axisStep: 1000,
    };
  }
  if (unit === 'share') {
    const percent = (value: number) => format.percent(rate(Math.trunc(value)));
    return { formatValue: percent, formatAxis: percent };
  }
  return {
    formatValue: (value) => format.number(value),
    formatAxis: (value) => format.compact(Math.trunc(value)),
    axisStep: 1,
  };
}

export function formatsOfMetric(metric: Metric, format: Format): Formats {
  return formatsOf(metrics[metric].unit, format);
}
