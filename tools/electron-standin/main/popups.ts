import type { PageTarget } from '../browser/chromium.ts';
import { toAppUrl } from '../browser/scheme-map.ts';
import { quietly } from '../debug.ts';
import { createEvent } from './event.ts';
import { currentBrowser } from './state.ts';
import type { StandinWebContents } from './web-contents.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Request = {
  readonly url: string;
  readonly windowName: string;
  readonly windowFeatures: readonly string[];
  readonly userGesture: boolean;
};
type Asked = { readonly url: string; readonly name: string; readonly features: string };
type Disposition = Electron.HandlerDetails['disposition'];
type Decision = {
  readonly response: Electron.WindowOpenHandlerResponse;
  readonly details: Electron.HandlerDetails;
};

/** How long a refused window may run before it is closed. */
const REFUSED_MS = 100;

/** Makes a window around a page that another page opened. Set by the file of the windows. */
type Adopt = (options: Electron.BrowserWindowConstructorOptions, page: PageTarget) => unknown;
let adopt: Adopt = () => undefined;

/** Breaks the circle between windows and their pages. */
export function adoptPopupsWith(make: Adopt): void {
  adopt = make;
}

/**
 * Ends a window that Chromium has made already. It shares its process with the page that opened it, which
 * stands still until the new one runs: so it runs first, onto a document that is refused.
 */
async function endRefused(page: PageTarget): Promise<void> {
  await page.session.send('Runtime.runIfWaitingForDebugger');
  await new Promise((resolve) => setTimeout(resolve, REFUSED_MS));
  await currentBrowser()?.session.send('Target.closeTarget', { targetId: page.targetId });
}

/** The windows that one page asks for. What is refused never shows anything. */
export class Popups {
  handler: OpenHandler | null = null;
  readonly #contents: StandinWebContents;
  readonly #decisions: Decision[] = [];
  readonly #agreed: Decision[] = [];

  constructor(contents: StandinWebContents) {
    this.#contents = contents;
  }

  /** The page asks before it opens a window; a refused one is then never made. */
  ask({ url, name, features }: Asked): 'allow' | 'deny' {
    const decision = this.#decide(url, name, features, 'new-window');
    if (decision.response.action === 'allow') this.#agreed.push(decision);
    return decision.response.action;
  }

  /** The browser says that the page opens a window. What could not be asked before is decided now. */
  requested({ url, windowName, windowFeatures, userGesture }: Request): void {
    const [agreed] = this.#agreed.splice(0, 1);
    const disposition = userGesture ? 'foreground-tab' : 'new-window';
    this.#decisions.push(agreed ?? this.#decide(url, windowName, windowFeatures.join(','), disposition));
  }

  #decide(url: string, name: string, features: string, disposition: Disposition): Decision {
    const details = {
      url: toAppUrl(url),
      frameName: name === '_blank' ? '' : name,
      features,
      disposition,
      referrer: { url: this.#contents.getURL(), policy: 'strict-origin-when-cross-origin' as const },
    } as Electron.HandlerDetails;
    return { response: this.handler?.(details) ?? { action: 'allow' }, details };
  }

  /** The page of that window has arrived, paused. */
  arrived(page: PageTarget): void {
    const decision = this.#decisions.shift();
    if (decision?.response.action !== 'allow') {
      quietly(endRefused(page));
      return;
    }
    const window = adopt(decision.response.overrideBrowserWindowOptions ?? {}, page);
    this.#contents.emit('did-create-window', window, { ...decision.details, options: {} }, createEvent({}));
  }
}
