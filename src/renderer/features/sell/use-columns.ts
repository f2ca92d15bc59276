import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many tiles of at least this width stand beside each other in an element, gaps included. */
export function useColumns(element: RefObject<HTMLElement | null>, tileWidth: number, gap: number): number {
  const [columns, setColumns] = useState(4);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () =>
      setColumns(Math.max(1, Math.floor((measured.clientWidth + gap) / (tileWidth + gap))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, tileWidth, gap]);
  return columns;
}
