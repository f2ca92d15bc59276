import type { TimerOutcome } from '../../../shared/domain/timer-plan.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import type { PageItem } from '../../bridge/api-query.ts';
import type { FittingColumn } from '../../ui/fitting-columns.ts';
import { Badge, type Tone } from '../../ui/status-pill.tsx';
import { runTrouble } from './run-trouble.ts';

export type TimerRunRow = PageItem<'timer.listRuns'>;

const tones: Readonly<Record<TimerOutcome, Tone>> = {
  done: 'positive',
  failed: 'danger',
  'clock-back': 'warning',
  'clock-ahead': 'warning',
};

/** The columns of the list of runs, the least needed ones only where there is room. */
export function runColumns(text: AppText, format: Format): readonly FittingColumn<TimerRunRow>[] {
  return [
    {
      key: 'when',
      label: text('timer.when'),
      width: 'minmax(11rem, 2fr)',
      cell: ({ startedAt }) => format.dateTime(startedAt),
    },
    {
      key: 'why',
      label: text('timer.why'),
      width: 'minmax(9rem, 2fr)',
      fromWidth: 36,
      cell: ({ cause }) => text(`timer.why-${cause}`),
    },
    {
      key: 'outcome',
      label: text('timer.outcome'),
      width: 'minmax(10rem, 2fr)',
      cell: ({ outcome, error }) => (
        <span title={error === null ? undefined : runTrouble(error, { text, format })}>
          <Badge tone={tones[outcome]}>{text(`timer.outcome-${outcome}`)}</Badge>
        </span>
      ),
    },
    {
      key: 'hours',
      label: text('timer.hours'),
      width: '9rem',
      align: 'end',
      fromWidth: 50,
      cell: ({ hours }) => format.number(hours),
    },
    {
      key: 'delivered',
      label: text('timer.delivered'),
      width: '6.5rem',
      align: 'end',
      cell: ({ delivered }) => format.number(delivered),
    },
    {
      key: 'by',
      label: text('timer.by'),
      width: 'minmax(8rem, 2fr)',
      fromWidth: 58,
      cell: ({ staffName }) => (
        <span dir="auto" title={staffName ?? undefined}>
          {staffName ?? text('timer.by-itself')}
        </span>
      ),
    },
  ];
}
