import type { PageTarget } from '../browser/chromium.ts';
import { quietly } from '../debug.ts';
import { guardInstances } from '../guard.ts';
import type { PartOf } from '../part-of.ts';
import { app } from './app.ts';
import { applyZoom } from './emulation.ts';
import { createEvent } from './event.ts';
import { watchForHang } from './hang-watch.ts';
import { adoptPopupsWith } from './popups.ts';
import { lastWindowClosed, refuseQuit } from './quit.ts';
import { browserReady, currentBrowser, windows } from './state.ts';
import { StandinWebContents } from './web-contents.ts';
import { WindowBounds } from './window-bounds.ts';

/** A page that does not answer `Page.close` within this time is ended from outside. */
const CLOSE_TIMEOUT_MS = 10_000;

/** Settings that would take away what this project relies on are refused, not ignored. */
function refuseWeak(preferences: Electron.WebPreferences): void {
  const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = preferences;
  const weak = {
    sandbox: sandbox === false,
    contextIsolation: contextIsolation === false,
    nodeIntegration,
    webviewTag,
    webSecurity: webSecurity === false,
  };
  for (const [name, isWeak] of Object.entries(weak)) {
    if (isWeak) throw new Error(`electron stand-in: webPreferences.${name} must stay at its safe setting`);
  }
}

let lastId = 0;
let focused: StandinBrowserWindow | null = null;
/** Pages that opened themselves and wait for their window. */
let adopted: PageTarget | null = null;

/** `BrowserWindow` */
export class StandinBrowserWindow extends WindowBounds implements PartOf<Electron.BrowserWindow> {
  readonly id: number;
  readonly contents: StandinWebContents;
  readonly #parent: StandinBrowserWindow | null;
  readonly #modal: boolean;
  #title: string;
  #visible: boolean;
  #painted = false;
  #destroyed = false;
  #closing: NodeJS.Timeout | null = null;
  #isWatched = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super(options);
    refuseWeak(options.webPreferences ?? {});
    lastId += 1;
    this.id = lastId;
    this.#title = options.title ?? app.name;
    this.#visible = options.show ?? true;
    this.#modal = options.modal ?? false;
    this.#parent = (options.parent as unknown as StandinBrowserWindow | undefined) ?? null;
    windows.set(this.id, this);
    const { width, height } = this.getBounds();
    const hidden = !this.#visible;
    const target = adopted
      ? Promise.resolve(adopted)
      : browserReady.then((browser) => browser.createPage({ width, height }, { hidden }));
    adopted = null;
    this.contents = new StandinWebContents(options.webPreferences ?? {}, this, target);
    this.on('newListener', (name) => name === 'unresponsive' && this.#watch());
    app.emit('browser-window-created', createEvent({}), this);
    if (options.fullscreen || options.kiosk) this.setFullScreen(true);
    if (this.#visible) setImmediate(() => this.#appeared());
  }

  get webContents(): Electron.WebContents {
    return this.contents as unknown as Electron.WebContents;
  }

  protected override get zoom(): number {
    return this.contents.zoomFactor;
  }

  protected override zoomAgain(): void {
    if (this.contents && this.zoom !== 1) applyZoom(this.contents, this.zoom);
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url);
  }
  loadFile(path: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.contents.loadFile(path, options);
  }
  reload(): void {
    this.contents.reload();
  }
  capturePage(rectangle?: Electron.Rectangle): Promise<Electron.NativeImage> {
    return this.contents.capturePage(rectangle);
  }

  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  get title(): string {
    return this.#title;
  }
  set title(title: string) {
    this.#title = title;
  }
  pageRetitled(title: string): void {
    const event = createEvent({});
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.#title = title;
  }

  show(): void {
    if (this.#destroyed) return;
    const wasVisible = this.#visible;
    this.#visible = true;
    if (this.isMinimized()) this.restore();
    else if (!wasVisible && !currentBrowser()?.headless) this.setBounds({});
    if (!wasVisible) this.emit('show');
    this.focus();
  }
  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.blur();
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#visible && !this.#destroyed;
  }
  focus(): void {
    if (this.#destroyed || focused === this || !this.focusable) return;
    focused?.blur();
    focused = this;
    this.contents.focus();
    this.emit('focus');
    app.emit('browser-window-focus', createEvent({}), this);
  }
  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
    app.emit('browser-window-blur', createEvent({}), this);
  }
  focusOnWebView(): void {
    this.focus();
  }
  moveTop(): void {
    this.focus();
  }
  isFocused(): boolean {
    return focused === this;
  }
  isModal(): boolean {
    return this.#modal;
  }
  getParentWindow(): Electron.BrowserWindow | null {
    return this.#parent as unknown as Electron.BrowserWindow | null;
  }
  getChildWindows(): Electron.BrowserWindow[] {
    return [...windows.values()].filter(
      (window) => window.#parent === this,
    ) as unknown as Electron.BrowserWindow[];
  }
  getMediaSourceId(): string {
    return `window:${this.id}:0`;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Asks the application, then the page; either may keep the window. */
  close(): void {
    if (this.#destroyed || this.#closing) return;
    const event = createEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) {
      refuseQuit();
      return;
    }
    this.#closing = setTimeout(() => this.destroy(), CLOSE_TIMEOUT_MS);
    if (this.contents.isCrashed()) this.destroy();
    else quietly(this.contents.page.then(({ session }) => session.send('Page.close')));
  }

  /** Closes without asking anybody. */
  destroy(): void {
    if (this.#destroyed) return;
    quietly(
      this.contents.page.then(({ targetId }) =>
        currentBrowser()?.session.send('Target.closeTarget', { targetId }),
      ),
    );
    this.#finish();
  }

  /** The page's own `beforeunload` kept it. */
  stayedOpen(): void {
    if (this.#closing) clearTimeout(this.#closing);
    this.#closing = null;
    refuseQuit();
  }

  /** The page is no more: closed by us, by itself, or by a person. */
  gone(): void {
    if (!this.#closing && !this.#destroyed) this.emit('close', createEvent({}));
    this.#finish();
  }

  #finish(): void {
    if (this.#destroyed) return;
    if (this.#closing) clearTimeout(this.#closing);
    this.#destroyed = true;
    windows.delete(this.id);
    this.blur();
    this.contents.destroyed();
    this.emit('closed');
    if (windows.size === 0) lastWindowClosed();
  }

  /** The page has shown something for the first time. */
  painted(): void {
    if (this.#painted || this.#destroyed) return;
    this.#painted = true;
    this.emit('ready-to-show');
  }

  /** Chromium's window gained or lost the keyboard; without a display focus is only a word of ours. */
  pageFocused(hasFocus: boolean): void {
    if (currentBrowser()?.headless) return;
    if (hasFocus) this.focus();
    else this.blur();
  }

  #watch(): void {
    if (!this.#isWatched) watchForHang(this);
    this.#isWatched = true;
  }

  #appeared(): void {
    if (this.#destroyed) return;
    this.emit('show');
    this.focus();
  }

  static getAllWindows(): StandinBrowserWindow[] {
    return [...windows.values()];
  }
  static getFocusedWindow(): StandinBrowserWindow | null {
    return focused;
  }
  static fromId(id: number): StandinBrowserWindow | null {
    return windows.get(id) ?? null;
  }
  static fromWebContents(contents: unknown): StandinBrowserWindow | null {
    return [...windows.values()].find((window) => window.contents === contents) ?? null;
  }
}

guardInstances('BrowserWindow', StandinBrowserWindow.prototype);

adoptPopupsWith((options, page) => {
  adopted = page;
  return new StandinBrowserWindow(options);
});
