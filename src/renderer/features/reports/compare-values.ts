import { type Metric, metrics } from '../../../shared/domain/kpi.ts';
import { rate } from '../../../shared/domain/rate.ts';
import { divideRounded, mulDivRounded } from '../../../shared/domain/round.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { figureWords } from '../../../shared/text/report-words.ts';
import type { Comparison } from '../../ui/figure.tsx';

/** Beyond ten times as much a percentage is no longer pictured: the difference itself is said. */
const mostTimes = 10;

type Words = { readonly text: AppText; readonly format: Format };

type Compared = {
  readonly metric: Metric;
  readonly value: number | null;
  readonly before: number | null;
  /** The days before, in words. */
  readonly span: string;
};

/**
 * A figure beside the one of the days before: by how many percent, or by how much where a percentage says nothing; of
 * a share by how many points. Null where there is nothing to compare, or was nothing.
 */
export function compareValues({ metric, value, before, span }: Compared, words: Words): Comparison | null {
  if (value === null || before === null || (before === 0 && value !== 0)) return null;
  const { text, format } = words;
  if (value === before) {
    return { direction: 'same', change: '', comparedWith: text('reports.same-as', { span }) };
  }
  const { unit, more } = metrics[metric];
  const difference = Math.abs(value - before);
  const isPictured = unit !== 'share' && before > 0 && difference / before <= mostTimes;
  const hundredths = isPictured ? mulDivRounded(difference, 100, before) : 0;
  const isUp = value > before;
  return {
    direction: isUp ? 'up' : 'down',
    change:
      hundredths === 0
        ? differenceWords(metric, difference, words)
        : format.percent(rate(hundredths * 10_000)),
    comparedWith: text('reports.than', { span }),
    ...(more === null ? {} : { welcome: (more === 'better') === isUp }),
  };
}

/** Of shares the points between them: from 40 % to 43 % are 3 points, not 3 %. */
function differenceWords(metric: Metric, difference: number, words: Words): string {
  const { unit } = metrics[metric];
  if (unit !== 'share') return figureWords(words, unit, difference);
  const points = words.format.number(divideRounded(difference, 1000) / 10);
  return words.text('reports.points', { points });
}
