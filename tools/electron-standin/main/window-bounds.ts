import type { PageTarget } from '../browser/chromium.ts';
import { quietly } from '../debug.ts';
import type { PartOf } from '../part-of.ts';
import { screen } from './screen.ts';
import { currentBrowser } from './state.ts';
import { WindowFlags } from './window-flags.ts';

type Shape = 'normal' | 'minimized' | 'maximized' | 'full-screen';

/** Where a window is and how large: told at once, done in Chromium a moment later. */
export abstract class WindowBounds extends WindowFlags implements PartOf<Electron.BrowserWindow> {
  #bounds: Electron.Rectangle;
  #normal: Electron.Rectangle;
  #shape: Shape = 'normal';
  #target: PageTarget | null = null;
  /** What Chromium's own window adds around the page. */
  #frame: Electron.Size = { width: 0, height: 0 };

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super(options);
    const area = screen.getPrimaryDisplay().workArea;
    const size = this.clamp({ width: options.width ?? 800, height: options.height ?? 600 });
    this.#bounds = {
      ...size,
      x: options.x ?? Math.max(0, Math.floor((area.width - size.width) / 2)),
      y: options.y ?? Math.max(0, Math.floor((area.height - size.height) / 2)),
    };
    this.#normal = this.#bounds;
  }

  protected abstract zoomAgain(): void;
  protected abstract get zoom(): number;

  /** Gives the page exactly the size the application asked for. */
  async fit(page: PageTarget): Promise<void> {
    this.#target = page;
    const browser = currentBrowser();
    if (!browser) return;
    const [outer, inner] = await Promise.all([
      browser.session.send('Browser.getWindowForTarget', { targetId: page.targetId }),
      page.session.send('Runtime.evaluate', { expression: '[innerWidth, innerHeight]', returnByValue: true }),
    ]);
    const [width, height] = inner.result.value as readonly [number, number];
    this.#frame = {
      width: (outer.bounds.width ?? width) - width,
      height: (outer.bounds.height ?? height) - height,
    };
    if (width !== this.#bounds.width || height !== this.#bounds.height) await this.#push();
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getContentBounds(): Electron.Rectangle {
    return this.getBounds();
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#normal };
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#place({ ...this.#bounds, ...bounds }, 'normal');
  }
  setContentBounds(bounds: Electron.Rectangle): void {
    this.setBounds(bounds);
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  center(): void {
    const { width, height } = screen.getPrimaryDisplay().workArea;
    this.setPosition(
      Math.floor((width - this.#bounds.width) / 2),
      Math.floor((height - this.#bounds.height) / 2),
    );
  }

  isNormal(): boolean {
    return this.#shape === 'normal';
  }
  isMaximized(): boolean {
    return this.#shape === 'maximized';
  }
  isMinimized(): boolean {
    return this.#shape === 'minimized';
  }
  isFullScreen(): boolean {
    return this.#shape === 'full-screen';
  }
  get fullScreen(): boolean {
    return this.isFullScreen();
  }
  set fullScreen(on: boolean) {
    this.setFullScreen(on);
  }

  maximize(): void {
    if (!this.isMaximized()) this.#place(screen.getPrimaryDisplay().workArea, 'maximized', 'maximize');
  }
  unmaximize(): void {
    if (this.isMaximized()) this.#place(this.#normal, 'normal', 'unmaximize');
  }
  minimize(): void {
    if (!this.isMinimized()) this.#place(this.#bounds, 'minimized', 'minimize');
  }
  restore(): void {
    if (this.isMinimized()) this.#place(this.#normal, 'normal', 'restore');
    else this.unmaximize();
  }
  setFullScreen(on: boolean): void {
    if (on && !this.isFullScreen())
      this.#place(screen.getPrimaryDisplay().bounds, 'full-screen', 'enter-full-screen');
    else if (!on && this.isFullScreen()) this.#place(this.#normal, 'normal', 'leave-full-screen');
  }

  /** A person, or a test, changed the page's size. */
  contentResized(width: number, height: number): void {
    const seen = { width: Math.round(width * this.zoom), height: Math.round(height * this.zoom) };
    const differs =
      Math.abs(seen.width - this.#bounds.width) > 2 || Math.abs(seen.height - this.#bounds.height) > 2;
    if (!differs || this.isMinimized()) return;
    this.#bounds = { ...this.#bounds, ...seen };
    if (this.isNormal()) this.#normal = this.#bounds;
    this.emit('resize');
    this.emit('resized');
  }

  #place(wanted: Electron.Rectangle, shape: Shape, event?: string): void {
    const before = this.#bounds;
    this.#bounds = shape === 'normal' ? { ...wanted, ...this.clamp(wanted) } : { ...wanted };
    this.#shape = shape;
    if (shape === 'normal') this.#normal = this.#bounds;
    quietly(this.#push());
    this.zoomAgain();
    setImmediate(() => this.#tell(before, event));
  }

  #tell(before: Electron.Rectangle, event: string | undefined): void {
    if (event !== undefined) this.emit(event);
    const { x, y, width, height } = this.#bounds;
    if (x !== before.x || y !== before.y) for (const name of ['move', 'moved']) this.emit(name);
    if (width !== before.width || height !== before.height)
      for (const name of ['resize', 'resized']) this.emit(name);
  }

  async #push(): Promise<void> {
    const browser = currentBrowser();
    if (!browser || !this.#target) return;
    const { windowId } = await browser.session.send('Browser.getWindowForTarget', {
      targetId: this.#target.targetId,
    });
    const { x, y, width, height } = this.#bounds;
    const size = { width: width + this.#frame.width, height: height + this.#frame.height };
    if (!browser.headless && !this.isNormal()) {
      const windowState = this.isFullScreen() ? 'fullscreen' : this.isMaximized() ? 'maximized' : 'minimized';
      await browser.session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
      return;
    }
    // A size is refused while the window is minimized or maximized.
    if (!browser.headless)
      await browser.session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
    await browser.session.send('Browser.setWindowBounds', { windowId, bounds: { left: x, top: y, ...size } });
  }
}
