import { type RefCallback, useCallback, useState } from 'react';

const stops = 'a[href], button, input, select, textarea, [tabindex]';

/** Whether Tab comes into what the element holds. */
function hasStop(element: HTMLElement): boolean {
  return [...element.querySelectorAll<HTMLElement>(stops)].some(
    (inner) => inner.tabIndex >= 0 && !inner.matches(':disabled'),
  );
}

/** Calls `look` now, and whenever the element or what it holds changes its size, its parts or their stops. */
function follow(element: HTMLElement, look: () => void): () => void {
  const sizes = new ResizeObserver(look);
  const lookAnew = () => {
    sizes.disconnect();
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    look();
  };
  const parts = new MutationObserver(lookAnew);
  parts.observe(element, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled', 'tabindex', 'href'],
  });
  lookAnew();
  return () => {
    sizes.disconnect();
    parts.disconnect();
  };
}

/**
 * For something that scrolls: makes it a stop of Tab while it is longer than its room and nothing in it is one, so that
 * the arrow keys read it to its end. A dialog holds the focus, and passes over what the browser itself would stop at.
 */
export function useKeyScroll(): { readonly ref: RefCallback<HTMLElement>; readonly tabIndex?: 0 } {
  const [isStop, setStop] = useState(false);
  const ref = useCallback(
    (element: HTMLElement | null) =>
      element === null
        ? undefined
        : follow(element, () => setStop(element.scrollHeight > element.clientHeight && !hasStop(element))),
    [],
  );
  return isStop ? { ref, tabIndex: 0 } : { ref };
}
