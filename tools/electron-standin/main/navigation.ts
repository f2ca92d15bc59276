import { pathToFileURL } from 'node:url';
import { toAppUrl, toBrowserUrl } from '../browser/scheme-map.ts';
import { createEvent } from './event.ts';
import { loadError } from './net-errors.ts';
import type { StandinWebContents } from './web-contents.ts';

/** How long the page's word that it asked for a navigation may come after the request itself. */
const WORD_DELAY_MS = 60;
/** How long after its reply a reload may still send its request. */
const RELOAD_MS = 2_000;

type Waiting = {
  readonly loaderId: string;
  readonly url: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
};

/** Where a page is, where it is going, and who may send it there. */
export class Navigation {
  url = '';
  loading = false;
  /** False while the page still shows the blank document it was born with. */
  begun = false;
  readonly #contents: StandinWebContents;
  /** Navigations that this process asked for: no `will-navigate` for those. */
  readonly #expected = new Set<symbol>();
  readonly #requestedByPage = new Map<string, string>();
  #waiting: Waiting | null = null;
  #loadedBy = '';

  constructor(contents: StandinWebContents) {
    this.#contents = contents;
  }

  /** `loadURL`: resolves when the page has loaded, rejects with the browser's reason. */
  async load(url: string): Promise<void> {
    const page = await this.#contents.page;
    this.begun = true;
    this.#abandon(loadError('ERR_ABORTED', this.#waiting?.url ?? ''));
    const mark = this.#expect();
    const answer = await page.session
      .send('Page.navigate', { url: toBrowserUrl(url) })
      .finally(() => this.#expected.delete(mark));
    if (answer.errorText) throw this.#failed(answer.errorText, url);
    const { loaderId } = answer;
    if (!loaderId || this.#loadedBy === loaderId) return;
    await new Promise<void>((resolve, reject) => {
      this.#waiting = { loaderId, url, resolve, reject };
    });
  }

  /** `loadFile` */
  loadFile(path: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(path);
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value);
    if (options.search !== undefined) url.search = options.search;
    if (options.hash !== undefined) url.hash = options.hash;
    return this.load(url.href);
  }

  /** `reload`, also of a page that crashed. */
  async reload(ignoreCache: boolean): Promise<void> {
    const page = await this.#contents.page;
    const mark = this.#expect();
    await page.session.send('Page.reload', { ignoreCache }).finally(() => {
      // The request is held before the reply or right after it.
      setTimeout(() => this.#expected.delete(mark), RELOAD_MS).unref();
    });
  }

  /** The page itself asked to go somewhere. */
  requestedByPage(frameId: string, browserUrl: string): void {
    this.#requestedByPage.set(frameId, toAppUrl(browserUrl));
  }

  /** Asks the application whether a frame may go there; only what the page itself began is asked. */
  async mayNavigate(frameId: string, url: string, isRedirect: boolean): Promise<boolean> {
    const contents = this.#contents;
    const isMainFrame = frameId === contents.targetId;
    const details = this.#details(frameId, url);
    if (isRedirect) {
      const event = createEvent(details);
      contents.emit('will-redirect', event, url, false, isMainFrame, 1, 1);
      return !event.defaultPrevented;
    }
    const [mark] = isMainFrame ? this.#expected : [];
    if (mark) this.#expected.delete(mark);
    else if ((await this.#didPageRequest(frameId, url)) && !this.#mayPageGo(frameId, url)) return false;
    contents.emit('did-start-navigation', createEvent(details), url, false, isMainFrame, 1, 1);
    return true;
  }

  /** The main frame shows another document. */
  committed(browserUrl: string, loaderId: string): void {
    this.begun = true;
    this.url = toAppUrl(browserUrl);
    this.#requestedByPage.clear();
    if (this.#waiting && this.#waiting.loaderId !== loaderId)
      this.#abandon(loadError('ERR_ABORTED', this.#waiting.url));
    this.#contents.emit('did-navigate', createEvent({}), this.url, 200, 'OK');
    this.#contents.emit('did-frame-navigate', createEvent({}), this.url, 200, 'OK', true, 1, 1);
  }

  /** The main frame moved within its document. */
  movedWithin(browserUrl: string): void {
    this.url = toAppUrl(browserUrl);
    this.#contents.emit('did-navigate-in-page', createEvent({}), this.url, true, 1, 1);
  }

  /** The main frame's document has loaded with everything in it. */
  loaded(loaderId: string): void {
    this.#loadedBy = loaderId;
    this.#contents.emit('did-frame-finish-load', createEvent({}), true, 1, 1);
    this.#contents.emit('did-finish-load', createEvent({}));
    if (this.#waiting?.loaderId !== loaderId) return;
    this.#waiting.resolve();
    this.#waiting = null;
  }

  /** The browser began or stopped fetching for the main frame. */
  setLoading(loading: boolean): void {
    if (loading === this.loading) return;
    this.loading = loading;
    this.#contents.emit(loading ? 'did-start-loading' : 'did-stop-loading', createEvent({}));
  }

  /** The page has gone or crashed. */
  interrupted(): void {
    this.loading = false;
    if (this.#waiting) this.#abandon(loadError('ERR_FAILED', this.#waiting.url));
  }

  #details(frameId: string, url: string): object {
    const frame = this.#contents.frame(frameId);
    const isMainFrame = frameId === this.#contents.targetId;
    return { url, isSameDocument: false, isMainFrame, frame, initiator: frame };
  }

  #mayPageGo(frameId: string, url: string): boolean {
    const event = createEvent(this.#details(frameId, url));
    this.#contents.emit('will-frame-navigate', event);
    const isMainFrame = frameId === this.#contents.targetId;
    if (isMainFrame && !event.defaultPrevented)
      this.#contents.emit('will-navigate', event, url, false, true, 1, 1);
    return !event.defaultPrevented;
  }

  #expect(): symbol {
    const mark = Symbol('navigation');
    this.#expected.add(mark);
    return mark;
  }

  #abandon(reasonForTheLast: Error): void {
    this.#waiting?.reject(reasonForTheLast);
    this.#waiting = null;
  }

  #failed(text: string, url: string): Error {
    const error = loadError(text, url);
    this.#contents.emit('did-fail-load', createEvent({}), error.errno, error.code, url, true, 1, 1);
    return error;
  }

  /** The page's own word that it asked comes by another way than the request, as a rule the sooner. */
  async #didPageRequest(frameId: string, url: string): Promise<boolean> {
    if (this.#takeRequest(frameId, url)) return true;
    await new Promise((resolve) => setTimeout(resolve, WORD_DELAY_MS));
    return this.#takeRequest(frameId, url);
  }

  #takeRequest(frameId: string, url: string): boolean {
    const without = (address: string | undefined): string => address?.replace(/#.*$/, '') ?? '';
    const requested = without(this.#requestedByPage.get(frameId)) === without(url);
    if (requested) this.#requestedByPage.delete(frameId);
    return requested;
  }
}
