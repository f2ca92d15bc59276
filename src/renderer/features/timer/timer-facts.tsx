import type { ReactNode } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './timer-facts.module.css';
import { waitsForPerson } from './timer-notice.tsx';
import { useTimerSwitch } from './use-timer.ts';

type TimerFactsProps = { readonly timer: Output<'timer.get'> | undefined };

/** How the timer stands: on or off, when it ran, when it runs next, what waits for it. */
export function TimerFacts({ timer }: TimerFactsProps) {
  const { text, format } = useApp();
  const last = timer?.last;
  return (
    <section className={styles.facts}>
      <TimerSwitch timer={timer} />
      <dl className={styles.figures}>
        <Fact term={text('timer.last-run')}>
          {timer && (last ? format.dateTime(last.startedAt) : text('timer.never'))}
        </Fact>
        <Fact term={text('timer.next-run')}>{timer && <NextRun timer={timer} />}</Fact>
        <Fact term={text('timer.due')}>
          {timer && (
            <>
              {text('timer.due-orders', { count: timer.due })}
              {timer.due > 0 && (
                <Link to="/orders" query={{ status: 'in-transit' }}>
                  {text('timer.see-due')}
                </Link>
              )}
            </>
          )}
        </Fact>
      </dl>
      <ClosedDays />
    </section>
  );
}

/** What it does beside delivering, and where that is looked at. */
function ClosedDays() {
  const { text } = useApp();
  const maySee = useMay('see-reports');
  return (
    <p className={styles.days}>
      {text('timer.days')}{' '}
      {maySee && (
        <Link to="/settings" query={{ part: 'figures' }}>
          {text('timer.see-days')}
        </Link>
      )}
    </p>
  );
}

function TimerSwitch({ timer }: TimerFactsProps) {
  const { text } = useApp();
  const mayChange = useMay('change-settings');
  const { isOn, isPending, turn } = useTimerSwitch(timer?.isEnabled ?? true);
  const words = text(isOn ? 'timer.switch-on' : 'timer.switch-off');
  return (
    <div className={styles.switch}>
      <Switch
        on={isOn}
        onChange={turn}
        disabled={!mayChange || timer === undefined || isPending}
        description={mayChange ? words : `${words} ${text('timer.switch-right')}`}
      >
        {text('timer.switch')}
      </Switch>
    </div>
  );
}

function NextRun({ timer }: { readonly timer: Output<'timer.get'> }) {
  const { text, format } = useApp();
  if (!timer.isEnabled) return text('timer.by-hand-only');
  if (waitsForPerson(timer)) return text('timer.waits');
  return timer.missedHours > 0 ? text('timer.within-a-minute') : format.dateTime(timer.nextAt);
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children ?? <Skeleton width="8rem" height="1em" />}</dd>
    </div>
  );
}
