import { Clock, TriangleAlert } from 'lucide-react';
import type { Output } from '../../shared/contract/index.ts';
import { mostMissedHours } from '../../shared/domain/timer-plan.ts';
import type { AppText } from '../../shared/text/english.ts';
import type { Format } from '../../shared/text/format.ts';
import { useApiQuery } from '../bridge/api-query.ts';
import { useNow } from '../bridge/use-now.ts';
import { useApp } from '../ui/app-context.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { Link } from '../ui/link.tsx';
import styles from './status-line.module.css';

/** When the hourly timer runs next, or that it needs a look; leads to its page. */
export function TimerStatus() {
  const { text, format } = useApp();
  const timer = useApiQuery('timer.get', {}).data;
  const now = useNow(15_000)?.now ?? 0;
  if (!timer) return null;
  const { words, needsLook } = statusOf(timer, now, text, format);
  const Icon = needsLook ? TriangleAlert : Clock;
  return (
    <Link to="/timer" className={joinClasses(styles.timer, needsLook && styles.needsLook)}>
      <Icon aria-hidden="true" />
      <span title={words}>{words}</span>
    </Link>
  );
}

function statusOf(timer: Output<'timer.get'>, now: number, text: AppText, format: Format) {
  if (!timer.isEnabled) return { words: text('frame.timer-off'), needsLook: false };
  const waits = timer.isClockBack || timer.missedHours > mostMissedHours;
  if (waits) return { words: text('frame.timer-waits'), needsLook: true };
  if (timer.last?.outcome === 'failed') return { words: text('frame.timer-failed'), needsLook: true };
  // The hour has struck and the next heartbeat, within a minute, runs it.
  if (timer.nextAt <= now) return { words: text('frame.timer-due'), needsLook: false };
  return { words: text('frame.timer-next', { time: format.time(timer.nextAt) }), needsLook: false };
}
