import { EventEmitter } from 'node:events';
import { toAppUrl } from '../browser/scheme-map.ts';
import { guardInstances } from '../guard.ts';
import type { PartOf } from '../part-of.ts';
import type { StandinWebContents } from './web-contents.ts';

/** `scheme://host` of an address, or `null` as browsers write it. */
export function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url);
  return match ? `${match[1]}://${match[2]}` : 'null';
}

/** A frame of a page: who sent a message, and where it stands. */
export class StandinFrame extends EventEmitter implements PartOf<Electron.WebFrameMain> {
  readonly frameTreeNodeId: number;
  readonly routingId = 1;
  readonly processId = 1;
  readonly osProcessId = 0;
  readonly name = '';
  /** Chromium's name of the frame. */
  readonly chromiumId: string;
  url = '';
  detached = false;
  readonly #contents: StandinWebContents;
  readonly #parent: StandinFrame | null;

  constructor(contents: StandinWebContents, chromiumId: string, parent: StandinFrame | null) {
    super();
    this.#contents = contents;
    this.#parent = parent;
    this.chromiumId = chromiumId;
    this.frameTreeNodeId = contents.nextFrameNumber();
  }

  get origin(): string {
    return originOf(this.url);
  }

  get parent(): Electron.WebFrameMain | null {
    return this.#parent as unknown as Electron.WebFrameMain | null;
  }

  get top(): Electron.WebFrameMain {
    return (this.#parent?.top ?? this) as unknown as Electron.WebFrameMain;
  }

  get frames(): Electron.WebFrameMain[] {
    return this.#contents.childFrames(this) as unknown as Electron.WebFrameMain[];
  }

  get framesInSubtree(): Electron.WebFrameMain[] {
    const below = this.#contents.childFrames(this).flatMap((frame) => frame.framesInSubtree);
    return [this as unknown as Electron.WebFrameMain, ...below];
  }

  get visibilityState(): 'visible' | 'hidden' {
    return 'visible';
  }

  /** Notes where the frame has gone, as the application would write it. */
  navigated(browserUrl: string): void {
    this.url = toAppUrl(browserUrl);
  }

  isDestroyed(): boolean {
    return this.detached;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#parent === null) this.#contents.send(channel, ...args);
  }

  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.#contents.executeJavaScript(code, userGesture);
  }

  reload(): boolean {
    this.#contents.reload();
    return true;
  }
}

guardInstances('WebFrameMain', StandinFrame.prototype);
