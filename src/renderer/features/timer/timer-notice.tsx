import type { Output } from '../../../shared/contract/index.ts';
import { mostMissedHours } from '../../../shared/domain/timer-plan.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { runTrouble } from './run-trouble.ts';

type TimerNoticeProps = { readonly timer: Output<'timer.get'> };

/** What keeps the timer from running by itself, and what a person can do about it; nothing while all is well. */
export function TimerNotice({ timer }: TimerNoticeProps) {
  const { text, format } = useApp();
  const today = useToday();
  if (timer.isClockBack) {
    return (
      <ProblemNote tone="warning" title={text('timer.clock-back-title')}>
        <p>{text('timer.clock-back', { time: format.dateTime(timer.nextAt) })}</p>
      </ProblemNote>
    );
  }
  if (timer.isEnabled && waitsForPerson(timer)) {
    return (
      <ProblemNote tone="warning" title={text('timer.clock-ahead-title', { count: timer.missedHours })}>
        <p>{text('timer.clock-ahead', { date: format.date(today) })}</p>
      </ProblemNote>
    );
  }
  const { last } = timer;
  if (last?.outcome === 'failed') {
    const reason = runTrouble(last.error ?? '', { text, format });
    return (
      <ProblemNote title={text('timer.failed-title')}>
        <p>{text('timer.failed', { reason })}</p>
      </ProblemNote>
    );
  }
  return null;
}

/** More was missed than any shop is closed for: somebody must look at the clock first. */
export function waitsForPerson({ missedHours }: Output<'timer.get'>): boolean {
  return missedHours > mostMissedHours;
}
