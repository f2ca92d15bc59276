import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

export type RowWindow = {
  /** First row to draw, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly onScroll: () => void;
  readonly scrollToRow: (index: number) => void;
};

/** Rows drawn above and below what is seen, so that a quick scroll shows no gap. */
const spareRows = 12;

/** Which rows of a long list are worth drawing: fixed row height, read from the scroll position. */
export function rowWindow(top: number, height: number, rowHeight: number, rowCount: number) {
  const first = Math.floor(top / rowHeight);
  const seen = Math.ceil(height / rowHeight) + 1;
  return {
    from: Math.max(0, Math.min(first - spareRows, rowCount)),
    to: Math.max(0, Math.min(first + seen + spareRows, rowCount)),
  };
}

/**
 * Draws only the rows near the view. Scrolling renders again only when the rows to draw change by half of
 * the spare ones, not on each pixel.
 */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  rowCount: number,
  headerHeight: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 800 });

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const stride = (rowHeight * spareRows) / 2;
    const top = Math.floor(element.scrollTop / stride) * stride;
    const height = element.clientHeight + stride;
    setView((before) => (before.top === top && before.height === height ? before : { top, height }));
  }, [scroller, rowHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    onScroll();
    const observer = new ResizeObserver(onScroll);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, onScroll]);

  const scrollToRow = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const start = index * rowHeight;
      const room = element.clientHeight - headerHeight;
      if (start < element.scrollTop) element.scrollTop = start;
      else if (start + rowHeight > element.scrollTop + room) element.scrollTop = start + rowHeight - room;
    },
    [scroller, rowHeight, headerHeight],
  );

  return { ...rowWindow(view.top, view.height, rowHeight, rowCount), onScroll, scrollToRow };
}
