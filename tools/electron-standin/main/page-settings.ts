import { EventEmitter } from 'node:events';
import type { PartOf } from '../part-of.ts';

/** Chromium's zoom levels: each step is a fifth. */
const ZOOM_BASE = 1.2;

/** What an application sets of a page and asks back: zoom, sound, user agent, developer tools. */
export abstract class PageSettings extends EventEmitter implements PartOf<Electron.WebContents> {
  audioMuted = false;
  frameRate = 60;
  backgroundThrottling = true;
  #userAgent = 'Electron stand-in';
  #zoom: number;
  #devTools = false;
  readonly #mayOpenDevTools: boolean;

  constructor(preferences: Electron.WebPreferences) {
    super();
    this.#zoom = preferences.zoomFactor ?? 1;
    this.#mayOpenDevTools = preferences.devTools ?? true;
  }

  protected abstract zoomed(factor: number): void;
  protected abstract userAgentChanged(userAgent: string): void;

  get zoomFactor(): number {
    return this.#zoom;
  }

  set zoomFactor(factor: number) {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.#zoom = factor;
    this.zoomed(factor);
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
  }

  get zoomLevel(): number {
    return Math.log(this.#zoom) / Math.log(ZOOM_BASE);
  }

  set zoomLevel(level: number) {
    this.zoomFactor = ZOOM_BASE ** level;
  }

  getZoomLevel(): number {
    return this.zoomLevel;
  }

  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }

  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  get userAgent(): string {
    return this.#userAgent;
  }

  set userAgent(userAgent: string) {
    this.#userAgent = userAgent;
    this.userAgentChanged(userAgent);
  }

  getUserAgent(): string {
    return this.#userAgent;
  }

  setUserAgent(userAgent: string): void {
    this.userAgent = userAgent;
  }

  setBackgroundThrottling(allowed: boolean): void {
    this.backgroundThrottling = allowed;
  }

  setAudioMuted(muted: boolean): void {
    this.audioMuted = muted;
  }

  isAudioMuted(): boolean {
    return this.audioMuted;
  }

  /** Developer tools open only in name: Playwright and `--inspect` are the tools here. */
  openDevTools(): void {
    if (!this.#mayOpenDevTools || this.#devTools) return;
    this.#devTools = true;
    setImmediate(() => this.emit('devtools-opened'));
  }

  closeDevTools(): void {
    if (!this.#devTools) return;
    this.#devTools = false;
    setImmediate(() => this.emit('devtools-closed'));
  }

  isDevToolsOpened(): boolean {
    return this.#devTools;
  }
}
