import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../bridge/client-context.tsx';

const signs = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;
/** How long the question stands before the page begins anew, seconds. */
export const warningSeconds = 15;
/** Main is told at most this often that somebody is there, milliseconds. */
const tellEvery = 10_000;

type Idle = {
  readonly seconds: number;
  /** Off where there is nothing to forget. */
  readonly enabled: boolean;
  readonly leave: () => void;
};

/**
 * Watches for a customer who left: after so many seconds without a touch it counts down, then calls `leave`. Answers
 * the seconds left, or null while somebody is there.
 */
export function useIdle({ seconds, enabled, leave }: Idle): { left: number | null; stay: () => void } {
  const client = useClient();
  const [left, setLeft] = useState<number | null>(null);
  const latest = useRef(leave);
  latest.current = leave;

  useEffect(() => {
    if (left !== null || !enabled) return;
    const wait = Math.max(seconds - warningSeconds, 5) * 1000;
    let timer = setTimeout(() => setLeft(warningSeconds), wait);
    let toldAt = Number.NEGATIVE_INFINITY;
    const onSign = (event: Event): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setLeft(warningSeconds), wait);
      if (event.timeStamp - toldAt < tellEvery) return;
      toldAt = event.timeStamp;
      client.ask('kiosk.touch', {}).catch(() => null);
    };
    for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [seconds, left, client, enabled]);

  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(() => {
      if (left > 1) setLeft(left - 1);
      else {
        setLeft(null);
        latest.current();
      }
    }, 1000);
    return () => clearTimeout(timer);
  }, [left]);

  const stay = (): void => {
    setLeft(null);
    client.ask('kiosk.touch', {}).catch(() => null);
  };
  return { left, stay };
}
