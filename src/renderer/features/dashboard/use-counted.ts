import { useEffect, useRef, useState } from 'react';
import { mulDivRounded } from '../../../shared/domain/round.ts';

/**
 * A whole number that counts from what it was to what it is, in the time that anything moves here; at once for
 * whoever wants no motion.
 */
export function useCounted(value: number): number {
  const [shown, setShown] = useState(value);
  const before = useRef(value);
  useEffect(() => {
    const from = before.current;
    before.current = value;
    const duration = moveTime();
    if (from === value || duration === 0) {
      setShown(value);
      return;
    }
    let startedAt: number | null = null;
    const step = (at: number) => {
      startedAt ??= at;
      const passed = Math.floor(at - startedAt);
      if (passed >= duration) setShown(value);
      else {
        setShown(from + mulDivRounded(value - from, passed, duration));
        frame = requestAnimationFrame(step);
      }
    };
    let frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}

/** Milliseconds of `--move`, which is 0 where motion is unwanted. */
function moveTime(): number {
  return Number.parseInt(getComputedStyle(document.documentElement).getPropertyValue('--move'), 10) || 0;
}
