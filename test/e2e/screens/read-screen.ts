/** What stands on the screen, gathered inside the window. */
export type ScreenReading = {
  /** Every text that a person sees or a screen reader says, but key caps and notices. */
  readonly texts: readonly string[];
  /** Pixels by which the page is wider than the window. */
  readonly overflow: number;
  /** Controls that reach out of the window and that nothing scrolls to. */
  readonly outside: readonly string[];
};

/** Runs inside the window, so it may use nothing from outside itself. */
export function readScreen(): ScreenReading {
  const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-description'];
  // Key caps read "Ctrl" in every language; a notice keeps the language it was written in.
  const skipped = '[class*="kbd"], li[class*="toast"], script, style, [hidden]';
  const isSeen = (element: Element): boolean =>
    element.closest(skipped) === null && element.checkVisibility({ visibilityProperty: true });
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? '';
    if (words !== '' && node.parentElement !== null && isSeen(node.parentElement)) texts.push(words);
  }
  for (const element of document.querySelectorAll(attributes.map((name) => `[${name}]`).join(','))) {
    if (!isSeen(element)) continue;
    for (const name of attributes) {
      const words = element.getAttribute(name)?.trim() ?? '';
      if (words !== '') texts.push(words);
    }
  }

  const scrolls = (element: Element): boolean => {
    for (let above = element.parentElement; above !== null; above = above.parentElement) {
      if (above === document.body) return false;
      const { overflowX, overflowY } = getComputedStyle(above);
      if (/auto|scroll/u.test(overflowX + overflowY)) return true;
    }
    return false;
  };
  const isOutside = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false;
    const far = Math.max(-box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight);
    return far > 1 && isSeen(element) && !scrolls(element);
  };
  const controls = document.querySelectorAll('button, a, input:not([type="file"]), select, textarea, h1, h2');
  const outside = [...controls]
    // The link that skips the rail waits above the window until it has the focus.
    .filter((element) => isOutside(element) && !element.className.includes('skip'))
    .map((element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`);
  const page = document.scrollingElement ?? document.documentElement;
  return { texts, overflow: page.scrollWidth - innerWidth, outside };
}
