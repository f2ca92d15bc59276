import { useMemo } from 'react';
import { useNow } from '../../bridge/use-now.ts';
import { useCountdown } from '../../ui/use-countdown.ts';

/** How often main's clock is asked: between, the seconds are counted down here. */
const everyMilliseconds = 20_000;

/** Whole seconds until an instant (milliseconds UTC) by main's clock; null until main has said what time it is. */
export function useTimeLeft(until: number): number | null {
  const now = useNow(everyMilliseconds)?.now ?? null;
  const wait = useMemo(
    () => (now === null ? null : { seconds: Math.max(0, Math.ceil((until - now) / 1000)) }),
    [until, now],
  );
  const left = useCountdown(wait);
  return wait === null ? null : left;
}
