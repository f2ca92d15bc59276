import { type RefObject, useEffect, useRef } from 'react';

/** Where a change takes the button away that had the focus, the focus stays among the others. */
export function useKeptFocus(around: RefObject<HTMLElement | null>, changing: string): void {
  const before = useRef(changing);
  useEffect(() => {
    const isChanged = before.current !== changing;
    before.current = changing;
    if (isChanged && document.activeElement === document.body) around.current?.focus({ preventScroll: true });
  }, [around, changing]);
}
