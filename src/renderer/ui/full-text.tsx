import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import styles from './full-text.module.css';
import { Tooltip } from './tooltip.tsx';

type FullTextProps = { readonly children: string; readonly lines?: 1 | 2 };

/** Text cut after one or two lines. Where it is cut, it is whole on hover and on focus. */
export function FullText({ children, lines = 2 }: FullTextProps) {
  const span = useRef<HTMLSpanElement>(null);
  const cut = useIsCut(span, children);
  const className = lines === 1 ? styles.oneLine : styles.twoLines;
  if (!cut) {
    return (
      <span ref={span} className={className} dir="auto">
        {children}
      </span>
    );
  }
  return (
    <Tooltip content={children}>
      <Focusable>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: reached by keyboard to see the whole text */}
        <span ref={span} role="img" aria-label={children} tabIndex={0} className={className} dir="auto">
          {children}
        </span>
      </Focusable>
    </Tooltip>
  );
}

/** Whether a text does not fit its lines; measured again when its place changes. */
function useIsCut(element: RefObject<HTMLElement | null>, text: string): boolean {
  const [cut, setCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may fit or not; a cut one stands in another element
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => setCut(measured.scrollHeight > measured.clientHeight + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, text, cut]);
  return cut;
}
