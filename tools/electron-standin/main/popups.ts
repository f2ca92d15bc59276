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
type Decision = {
  readonly response: Electron.WindowOpenHandlerResponse;
  readonly details: Electron.HandlerDetails;
};

/** Makes a window around a page that another page opened. Set by the file of the windows. */
type Adopt = (options: Electron.BrowserWindowConstructorOptions, page: PageTarget) => unknown;
let adopt: Adopt = () => undefined;

/** Breaks the circle between windows and their pages. */
export function adoptPopupsWith(make: Adopt): void {
  adopt = make;
}

/** The windows that one page asks for. Chromium makes them paused; what is refused never runs. */
export class Popups {
  handler: OpenHandler | null = null;
  readonly #contents: StandinWebContents;
  readonly #decisions: Decision[] = [];

  constructor(contents: StandinWebContents) {
    this.#contents = contents;
  }

  /** The page called `window.open` or followed a link to a new window. */
  requested(request: Request): void {
    const details = {
      url: toAppUrl(request.url),
      frameName: request.windowName === '_blank' ? '' : request.windowName,
      features: request.windowFeatures.join(','),
      disposition: request.userGesture ? 'foreground-tab' : 'new-window',
      referrer: { url: this.#contents.getURL(), policy: 'strict-origin-when-cross-origin' },
    } as Electron.HandlerDetails;
    this.#decisions.push({ response: this.handler?.(details) ?? { action: 'allow' }, details });
  }

  /** The page of that window has arrived, paused. */
  arrived(page: PageTarget): void {
    const decision = this.#decisions.shift();
    if (decision?.response.action !== 'allow') {
      const closing = currentBrowser()?.session.send('Target.closeTarget', { targetId: page.targetId });
      if (closing) quietly(closing);
      return;
    }
    const window = adopt(decision.response.overrideBrowserWindowOptions ?? {}, page);
    this.#contents.emit('did-create-window', window, { ...decision.details, options: {} }, createEvent({}));
  }
}
