import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { useText } from './app-context.tsx';
import { joinClasses } from './join-classes.ts';
import styles from './scroll-ends.module.css';

type Ends = { readonly before: boolean; readonly after: boolean };

/** Buttons over the ends of a row that scrolls sideways, each only while there is more on its side. */
export function ScrollEnds({ row }: { readonly row: RefObject<HTMLElement | null> }) {
  const text = useText();
  const { before, after } = useEnds(row);
  const turn = (forward: boolean) => {
    const element = row.current;
    if (!element) return;
    const way = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
    element.scrollBy({ left: way * (forward ? 0.7 : -0.7) * element.clientWidth, behavior: 'smooth' });
  };
  // Keys walk the row itself and scroll it with them; these are for the pointer.
  const end = (forward: boolean, label: string) => (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden="true"
      title={label}
      className={joinClasses(styles.end, forward ? styles.after : styles.before)}
      onClick={() => turn(forward)}
    >
      {forward ? <ChevronRight /> : <ChevronLeft />}
    </button>
  );
  return (
    <>
      {before && end(false, text('ui.previous-item'))}
      {after && end(true, text('ui.next-item'))}
    </>
  );
}

function useEnds(row: RefObject<HTMLElement | null>): Ends {
  const [ends, setEnds] = useState<Ends>({ before: false, after: false });
  const measure = useCallback(() => {
    const element = row.current;
    if (!element) return;
    const { clientWidth, scrollWidth } = element;
    // From right to left the position counts downwards from nothing.
    const scrolled = Math.abs(element.scrollLeft);
    const next = { before: scrolled > 2, after: scrolled + clientWidth < scrollWidth - 2 };
    setEnds((now) => (now.before === next.before && now.after === next.after ? now : next));
  }, [row]);
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  });
  return ends;
}
