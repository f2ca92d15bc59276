import { EventEmitter } from 'node:events';
import type { PartOf } from '../part-of.ts';

/** What an application sets of a window and asks back, without a desktop that could show it. */
export class WindowFlags extends EventEmitter implements PartOf<Electron.BrowserWindow> {
  resizable: boolean;
  movable: boolean;
  minimizable: boolean;
  maximizable: boolean;
  closable: boolean;
  fullScreenable: boolean;
  focusable: boolean;
  autoHideMenuBar: boolean;
  menuBarVisible = true;
  excludedFromShownWindowsMenu = false;
  documentEdited = false;
  representedFilename = '';
  shadow = true;
  accessibleTitle = '';
  kiosk: boolean;
  #enabled = true;
  #alwaysOnTop: boolean;
  #opacity: number;
  #backgroundColor: string;
  #minimum: readonly [number, number];
  #maximum: readonly [number, number];

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.resizable = options.resizable ?? true;
    this.movable = options.movable ?? true;
    this.minimizable = options.minimizable ?? true;
    this.maximizable = options.maximizable ?? true;
    this.closable = options.closable ?? true;
    this.fullScreenable = options.fullscreenable ?? true;
    this.focusable = options.focusable ?? true;
    this.autoHideMenuBar = options.autoHideMenuBar ?? false;
    this.kiosk = options.kiosk ?? false;
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.#opacity = options.opacity ?? 1;
    this.#backgroundColor = options.backgroundColor ?? '#FFFFFF';
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#maximum = [options.maxWidth ?? 0, options.maxHeight ?? 0];
  }

  setResizable(on: boolean): void {
    this.resizable = on;
  }
  isResizable(): boolean {
    return this.resizable;
  }
  setMovable(on: boolean): void {
    this.movable = on;
  }
  isMovable(): boolean {
    return this.movable;
  }
  setMinimizable(on: boolean): void {
    this.minimizable = on;
  }
  isMinimizable(): boolean {
    return this.minimizable;
  }
  setMaximizable(on: boolean): void {
    this.maximizable = on;
  }
  isMaximizable(): boolean {
    return this.maximizable;
  }
  setClosable(on: boolean): void {
    this.closable = on;
  }
  isClosable(): boolean {
    return this.closable;
  }
  setFullScreenable(on: boolean): void {
    this.fullScreenable = on;
  }
  isFullScreenable(): boolean {
    return this.fullScreenable;
  }
  setKiosk(on: boolean): void {
    this.kiosk = on;
  }
  isKiosk(): boolean {
    return this.kiosk;
  }
  setEnabled(on: boolean): void {
    this.#enabled = on;
  }
  isEnabled(): boolean {
    return this.#enabled;
  }
  setAlwaysOnTop(on: boolean): void {
    this.#alwaysOnTop = on;
    this.emit('always-on-top-changed', {}, on);
  }
  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop;
  }
  setOpacity(opacity: number): void {
    this.#opacity = opacity;
  }
  getOpacity(): number {
    return this.#opacity;
  }
  setBackgroundColor(color: string): void {
    this.#backgroundColor = color;
  }
  getBackgroundColor(): string {
    return this.#backgroundColor;
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }
  getMinimumSize(): number[] {
    return [...this.#minimum];
  }
  setMaximumSize(width: number, height: number): void {
    this.#maximum = [width, height];
  }
  getMaximumSize(): number[] {
    return [...this.#maximum];
  }
  setMenuBarVisibility(on: boolean): void {
    this.menuBarVisible = on;
  }
  isMenuBarVisible(): boolean {
    return this.menuBarVisible;
  }
  setAutoHideMenuBar(on: boolean): void {
    this.autoHideMenuBar = on;
  }
  isMenuBarAutoHide(): boolean {
    return this.autoHideMenuBar;
  }
  setMenu(): void {
    this.menuBarVisible = true;
  }
  removeMenu(): void {
    this.menuBarVisible = false;
  }
  setContentProtection(): void {
    this.emit('content-protection-changed');
  }
  setProgressBar(): void {
    this.emit('progress-changed');
  }
  flashFrame(): void {
    this.emit('flashed');
  }
  setIcon(): void {
    this.emit('icon-changed');
  }
  setSkipTaskbar(): void {
    this.emit('taskbar-changed');
  }
  setTitleBarOverlay(): void {
    this.emit('overlay-changed');
  }

  /** A size within the least and greatest that the window allows; 0 means no bound. */
  protected clamp({ width, height }: Electron.Size): Electron.Size {
    const within = (value: number, least: number, most: number): number =>
      Math.max(least, most > 0 ? Math.min(value, most) : value, 1);
    return {
      width: within(width, this.#minimum[0], this.#maximum[0]),
      height: within(height, this.#minimum[1], this.#maximum[1]),
    };
  }
}
