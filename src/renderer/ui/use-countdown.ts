import { useEffect, useState } from 'react';

/** Whole seconds left of a wait; a new object starts a new one. 0 when there is none. */
export function useCountdown(wait: { readonly seconds: number } | null): number {
  const [left, setLeft] = useState(wait?.seconds ?? 0);
  const [current, setCurrent] = useState(wait);
  if (wait !== current) {
    setCurrent(wait);
    setLeft(wait?.seconds ?? 0);
  }
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
