import type { Page } from 'playwright';

/** What hostile texts have reached in the window so far; empty as long as they are words. */
export type Watch = { readonly faults: () => Promise<readonly string[]> };

/** Runs inside every page before anything else of it, so it may use nothing from outside itself. */
function watchInside(): void {
  const found: string[] = [];
  const say = (fault: string): void => {
    if (found.length < 50) found.push(fault.slice(0, 300));
  };
  Object.assign(window, { hostile: () => say('a script ran'), hostileFaults: found });
  document.addEventListener('securitypolicyviolation', (event) => {
    say(`the content policy stopped ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  const isOurs = (address: string): boolean =>
    /^(?:app:|blob:|data:image\/|#|\.\/|\/(?!\/))/u.test(address) ||
    address.startsWith(`${location.origin}/`);
  const look = (element: Element): void => {
    const told = element.outerHTML;
    if (element.matches('[x-hostile], x-hostile, iframe, object, embed, base, marquee'))
      say(`an element: ${told}`);
    if (element.matches('script:not([type="module"][src])')) say(`a script: ${told}`);
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) say(`a handler: ${told}`);
      if (/^(?:src|href|action|formaction|data)$/u.test(name) && !isOurs(value.trim()))
        say(`an address: ${told}`);
      if (name === 'style' && /url\(|expression|@import/iu.test(value)) say(`a style: ${told}`);
    }
  };
  const lookAtAll = (root: Element): void => {
    look(root);
    for (const element of root.querySelectorAll('*')) look(element);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'attributes' && target instanceof Element) look(target);
      for (const node of addedNodes) if (node instanceof Element) lookAtAll(node);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/**
 * Watches a page from its next load on: scripts, elements, handlers, addresses and styles that no screen of ours makes,
 * breaches of the content policy, dialogs, other pages, and anywhere that it is led to.
 */
export async function watchPage(page: Page): Promise<Watch> {
  const found: string[] = [];
  page.on('dialog', (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => found.push(`an error: ${error.message}`));
  page.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url());
    if (!/\/(?:index|kiosk)\.html$|^\/$/u.test(pathname)) found.push(`led to ${frame.url()}`);
  });
  page.on('request', (request) => {
    if (/evil|hostile/u.test(request.url())) found.push(`a request: ${request.url()}`);
  });
  await page.addInitScript(watchInside);
  const inside = (): Promise<readonly string[]> =>
    page.evaluate(() => {
      const kept = Reflect.get(window, 'hostileFaults') as string[] | undefined;
      return kept ? kept.splice(0) : ['the page was not watched'];
    });
  const faults = async (): Promise<readonly string[]> => [...found.splice(0), ...(await inside())];
  return { faults };
}
