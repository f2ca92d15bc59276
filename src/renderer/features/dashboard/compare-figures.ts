import type { MetricKind } from '../../../shared/domain/kpi.ts';
import { rate } from '../../../shared/domain/rate.ts';
import { mulDivRounded } from '../../../shared/domain/round.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { Comparison } from '../../ui/figure.tsx';

type Compared = {
  readonly now: number;
  readonly before: number;
  /** Whether more of it is good news, as the dictionary has it. */
  readonly more: MetricKind['more'];
  /** A difference as it is written where a share says nothing: "€3.50", "2". */
  readonly write: (difference: number) => string;
  /** Always the difference: of few things a share says nothing. */
  readonly asDifference?: boolean;
  /** "on Sun 15, this time", and "as on …" where both are the same. */
  readonly comparedWith: string;
  readonly sameAs: string;
};

/** Up 1,000 % is still read as ten times as much. */
const mostTimes = 10;

/**
 * A figure beside the one before it. The change is a whole percentage; where there is nothing to take a share
 * of, or the share would be rounded away or beyond what anybody pictures, it is the difference itself.
 */
export function compareFigures(compared: Compared, format: Format): Comparison {
  const { now, before, more, write, asDifference = false, comparedWith, sameAs } = compared;
  if (now === before) return { direction: 'same', change: '', comparedWith: sameAs };
  const difference = Math.abs(now - before);
  const isPictured = !asDifference && before > 0 && difference / before <= mostTimes;
  const hundredths = isPictured ? mulDivRounded(difference, 100, before) : 0;
  const change = hundredths === 0 ? write(difference) : format.percent(rate(hundredths * 10_000));
  return {
    direction: now > before ? 'up' : 'down',
    change,
    comparedWith,
    ...(more === null ? {} : { welcome: now > before === (more === 'better') }),
  };
}
