import type { PageTarget } from '../browser/chromium.ts';
import { debug, quietly } from '../debug.ts';
import { guardInstances } from '../guard.ts';
import type { PartOf } from '../part-of.ts';
import { app } from './app.ts';
import type { StandinBrowserWindow } from './browser-window.ts';
import { capture } from './capture.ts';
import { applyZoom } from './emulation.ts';
import { createEvent } from './event.ts';
import { StandinFrame } from './frame.ts';
import { StandinIpcMain } from './ipc-main.ts';
import { Navigation } from './navigation.ts';
import { PageMessages } from './page-messages.ts';
import { PageSettings } from './page-settings.ts';
import { startPage, watchPage } from './page-setup.ts';
import { Popups } from './popups.ts';
import { print, printers, printToPdf } from './printing.ts';
import { defaultSession } from './session.ts';
import { allContents, contentsOfTarget, currentBrowser } from './state.ts';

let lastId = 0;

/** `webContents`: one page. Its Chromium half arrives later; whatever needs it waits for `page`. */
export class StandinWebContents extends PageSettings implements PartOf<Electron.WebContents> {
  readonly id: number;
  readonly ipc = new StandinIpcMain() as unknown as Electron.IpcMain & StandinIpcMain;
  readonly session = defaultSession as unknown as Electron.Session;
  readonly hostWebContents = null as unknown as Electron.WebContents;
  readonly navigation = new Navigation(this);
  readonly messages = new PageMessages(this);
  readonly popups = new Popups(this);
  readonly preload: string | null;
  readonly owner: StandinBrowserWindow | null;
  /** Resolves when the page can be spoken to. */
  readonly page: Promise<PageTarget>;
  attached: PageTarget | null = null;
  #title = '';
  #frameNumbers = 0;
  #destroyed = false;
  #crashed = false;
  readonly #frames = new Map<string, StandinFrame>();

  constructor(
    preferences: Electron.WebPreferences,
    owner: StandinBrowserWindow | null,
    target: Promise<PageTarget>,
  ) {
    super(preferences);
    lastId += 1;
    this.id = lastId;
    this.owner = owner;
    this.preload = preferences.preload ?? null;
    allContents.set(this.id, this);
    this.on('newListener', (name) => name === 'before-input-event' && this.messages.watchInput(true));
    this.page = target.then((page) => this.#attach(page));
    // A window that is destroyed before its page arrives leaves nobody waiting.
    this.page.catch((error: unknown) => debug('page', error));
    app.emit('web-contents-created', createEvent({}), this);
  }

  async #attach(page: PageTarget): Promise<PageTarget> {
    this.attached = page;
    this.#frames.set(page.targetId, new StandinFrame(this, page.targetId, null));
    watchPage(this, page);
    await startPage(this, page);
    await this.owner?.fit(page);
    if (this.zoomFactor !== 1) this.zoomed(this.zoomFactor);
    return page;
  }

  get targetId(): string | null {
    return this.attached?.targetId ?? null;
  }

  get topFrame(): StandinFrame | null {
    return this.frame(this.targetId ?? '');
  }

  get mainFrame(): Electron.WebFrameMain {
    return this.topFrame as unknown as Electron.WebFrameMain;
  }

  frame(chromiumId: string): StandinFrame | null {
    return this.#frames.get(chromiumId) ?? null;
  }

  hasFrame(chromiumId: string): boolean {
    return this.#frames.has(chromiumId) || chromiumId === this.targetId;
  }

  nextFrameNumber(): number {
    this.#frameNumbers += 1;
    return this.#frameNumbers;
  }

  addFrame(chromiumId: string, parentId: string): void {
    if (!this.#frames.has(chromiumId))
      this.#frames.set(chromiumId, new StandinFrame(this, chromiumId, this.frame(parentId)));
  }

  removeFrame(chromiumId: string): void {
    const frame = this.#frames.get(chromiumId);
    if (frame) frame.detached = true;
    this.#frames.delete(chromiumId);
  }

  childFrames(parent: StandinFrame): StandinFrame[] {
    return [...this.#frames.values()].filter((frame) => (frame.parent as unknown) === parent);
  }

  loadURL(url: string): Promise<void> {
    return this.navigation.load(url);
  }

  loadFile(path: string, options?: Electron.LoadFileOptions): Promise<void> {
    return this.navigation.loadFile(path, options);
  }

  reload(): void {
    quietly(this.navigation.reload(false));
  }

  reloadIgnoringCache(): void {
    quietly(this.navigation.reload(true));
  }

  stop(): void {
    this.#send('Page.stopLoading');
  }

  getURL(): string {
    return this.navigation.url;
  }

  getTitle(): string {
    return this.#title;
  }

  isLoading(): boolean {
    return this.navigation.loading;
  }

  isLoadingMainFrame(): boolean {
    return this.navigation.loading;
  }

  isWaitingForResponse(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isFocused(): boolean {
    return this.owner?.isFocused() ?? false;
  }

  focus(): void {
    this.#send('Page.bringToFront');
  }

  getType(): 'window' {
    return 'window';
  }

  getOSProcessId(): number {
    return 0;
  }

  send(channel: string, ...args: unknown[]): void {
    if (!this.#destroyed) this.messages.send(channel, args);
  }

  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.popups.handler = handler;
  }

  /** Runs code in the page's own world, once the page has loaded. */
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const page = await this.page;
    if (this.navigation.loading)
      await new Promise<void>((resolve) => this.once('did-stop-loading', () => resolve()));
    const { result, exceptionDetails } = await page.session.send('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }

  capturePage(rectangle?: Electron.Rectangle): Promise<Electron.NativeImage> {
    return capture(this, rectangle);
  }

  printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    return printToPdf(this, options);
  }

  print(
    options?: Electron.WebContentsPrintOptions,
    callback?: (success: boolean, failureReason: string) => void,
  ): void {
    print(this, options, callback);
  }

  getPrintersAsync(): Promise<Electron.PrinterInfo[]> {
    return Promise.resolve(printers());
  }

  forcefullyCrashRenderer(): void {
    this.#send('Page.crash');
  }

  close(options: { readonly waitForBeforeUnload?: boolean } = {}): void {
    if (options.waitForBeforeUnload) this.owner?.close();
    else this.owner?.destroy();
  }

  contentSize(): Electron.Size {
    return this.owner?.getContentBounds() ?? { width: 800, height: 600 };
  }

  /** The browser says that the page's process has ended. */
  crashedWith(status: string, exitCode: number): void {
    this.#crashed = true;
    const page = this.attached;
    if (page) currentBrowser()?.rejectPending(page.session, 'the page has crashed');
    this.messages.setContext(null);
    this.navigation.interrupted();
    this.once('did-navigate', () => {
      this.#crashed = false;
    });
    const details = { reason: status === 'killed' || status === 'oom' ? status : 'crashed', exitCode };
    this.emit('render-process-gone', createEvent({}), details);
    app.emit('render-process-gone', createEvent({}), this, details);
  }

  /** The document's title changed. */
  retitled(title: string): void {
    if (title === this.#title) return;
    this.#title = title;
    const event = createEvent({});
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.owner?.pageRetitled(title);
  }

  /** The page is no more. */
  destroyed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    for (const frame of this.#frames.values()) frame.detached = true;
    this.navigation.interrupted();
    allContents.delete(this.id);
    this.emit('destroyed');
  }

  protected override zoomed(factor: number): void {
    applyZoom(this, factor);
  }

  protected override userAgentChanged(userAgent: string): void {
    quietly(this.page.then(({ session }) => session.send('Emulation.setUserAgentOverride', { userAgent })));
  }

  #send(method: 'Page.stopLoading' | 'Page.bringToFront' | 'Page.crash'): void {
    quietly(this.page.then(({ session }) => session.send(method)));
  }

  static getAllWebContents(): StandinWebContents[] {
    return [...allContents.values()];
  }

  static getFocusedWebContents(): StandinWebContents | null {
    return [...allContents.values()].find((contents) => contents.isFocused()) ?? null;
  }

  static fromId(id: number): StandinWebContents | undefined {
    return allContents.get(id);
  }

  static fromDevToolsTargetId(targetId: string): StandinWebContents | undefined {
    return contentsOfTarget(targetId) ?? undefined;
  }
}

guardInstances('webContents', StandinWebContents.prototype);
