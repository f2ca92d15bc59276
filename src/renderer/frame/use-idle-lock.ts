import { useIsMutating } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** What a person does at a till. */
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
/** The longest that a timer can wait for. */
const longest = 2_147_483_647;

/**
 * Locks after so many seconds without a key or a touch. Waits while a command runs, so that nobody comes back
 * to a long import that was cut off from its screen.
 */
export function useIdleLock(seconds: number, lock: () => void): void {
  const isWorking = useIsMutating() > 0;
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    if (isWorking) return;
    const wait = Math.min(seconds * 1000, longest);
    let timer = setTimeout(() => latest.current(), wait);
    let lastAt = Number.NEGATIVE_INFINITY;
    const onSign = (event: Event) => {
      // A moving pointer says so sixty times a second; once a second is enough.
      if (event.timeStamp - lastAt < 1000) return;
      lastAt = event.timeStamp;
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), wait);
    };
    for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [seconds, isWorking]);
}
