import { useEffect, useRef } from 'react';
import { scannerGap } from '../scanner.ts';

/**
 * Does something for a letter that a person pressed, never for the first of a code that a scanner types: a scanner's
 * next key comes within its gap, and then nothing is done.
 */
export function useLoneKey(): (run: () => void) => void {
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return (run) => {
    stop.current?.();
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', end, true);
      stop.current = null;
    };
    const timer = setTimeout(() => {
      end();
      run();
    }, scannerGap + 5);
    window.addEventListener('keydown', end, true);
    stop.current = end;
  };
}
