import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { debug, quietly } from '../debug.ts';
import { type ChromiumOptions, chromiumArguments } from './chromium-arguments.ts';
import { findBrowser, NO_BROWSER } from './find-browser.ts';
import { Pipe, type Session } from './pipe.ts';
import { APP_START_PAGE } from './start-page.ts';

/** How long a busy machine may take to start Chromium. */
const START_TIMEOUT_MS = 120_000;
/** How long Chromium may take to write its profile and end before it is killed. */
const CLOSE_TIMEOUT_MS = 5_000;
const PAGES_ONLY = [{ type: 'page' }];

/** One page of Chromium, attached and still paused before its first script. */
export type PageTarget = {
  readonly targetId: string;
  readonly session: Session;
  readonly openerId: string | undefined;
};

/** The size of a new window's content, in CSS pixels. */
export type ContentSize = { readonly width: number; readonly height: number };

/**
 * The running Chromium. Emits `popup` (PageTarget) for pages opened by pages, `crashed` and `destroyed`
 * by target id, and `gone` (text) when the browser ends although nobody asked it to.
 */
export class Chromium extends EventEmitter {
  readonly session: Session;
  readonly headless: boolean;
  version = '';
  readonly #pipe: Pipe;
  readonly #process: ChildProcess;
  readonly #binary: string;
  readonly #arguments: readonly string[];
  readonly #parked = new Map<string, PageTarget>();
  readonly #awaited = new Map<string, (page: PageTarget) => void>();
  readonly #stderr: string[] = [];
  #nextWindow: ((page: PageTarget) => void) | null = null;
  #windowQueue: Promise<unknown> = Promise.resolve();
  #closing = false;

  constructor(options: ChromiumOptions) {
    super();
    const binary = findBrowser(options.headless);
    if (binary === null) throw new Error(NO_BROWSER);
    this.#binary = binary;
    this.#arguments = chromiumArguments(options);
    this.headless = options.headless;
    debug(binary, this.#arguments.join(' '));
    this.#process = spawn(binary, this.#arguments, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
    this.#process.on('error', (error) => this.#ended(error.message));
    this.#process.on('exit', (code, signal) => this.#ended(`it ended with ${signal ?? code}`));
    createInterface({ input: this.#process.stderr as Readable }).on('line', (line) => this.#line(line));
    const [, , , writer, reader] = this.#process.stdio;
    this.#pipe = new Pipe(writer as Writable, reader as Readable);
    this.session = this.#pipe.session();
  }

  /** Resolves when Chromium answers and reports its pages; throws with Chromium's last words. */
  async start(): Promise<void> {
    const { session } = this;
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const page = {
        targetId: targetInfo.targetId,
        session: this.#pipe.session(sessionId),
        openerId: targetInfo.openerId,
      };
      this.#arrived(page);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#pipe.endSession(sessionId));
    session.on('Target.targetDestroyed', ({ targetId }) => this.emit('destroyed', targetId));
    session.on('Target.targetCrashed', ({ targetId, status, errorCode }) =>
      this.emit('crashed', targetId, status, errorCode),
    );
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('Chromium did not answer in time')), START_TIMEOUT_MS).unref();
    });
    const work = [
      session.send('Browser.getVersion').then(({ product }) => {
        this.version = product.replace(/^.*\//, '');
      }),
      session.send('Target.setDiscoverTargets', { discover: true, filter: PAGES_ONLY }),
      session.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
        filter: PAGES_ONLY,
      }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
    ];
    await Promise.race([Promise.all(work), late]).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : error}\n${this.#lastWords()}`);
    });
  }

  /** Opens a window with one blank page. */
  createPage(size: ContentSize, options: { readonly hidden: boolean }): Promise<PageTarget> {
    if (this.headless) return this.#createTarget(size);
    const opened = this.#windowQueue.then(() => this.#openWindow(size));
    this.#windowQueue = opened.catch(() => undefined);
    if (options.hidden) quietly(opened.then((page) => this.#minimize(page)));
    return opened;
  }

  /** Refuses what a page still owes, because it crashed. */
  rejectPending(session: Session, reason: string): void {
    if (session.id !== undefined) this.#pipe.rejectPending(session.id, reason);
  }

  /** Ends Chromium and resolves when its process is gone, so that its profile can be deleted. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => this.#process.once('exit', () => resolve()));
    quietly(this.session.send('Browser.close'));
    const timer = setTimeout(() => this.kill(), CLOSE_TIMEOUT_MS);
    await gone;
    clearTimeout(timer);
  }

  /** Ends Chromium at once. */
  kill(): void {
    this.#closing = true;
    this.#process.kill('SIGKILL');
  }

  async #createTarget(size: ContentSize): Promise<PageTarget> {
    const { targetId } = await this.session.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width: Math.max(1, size.width),
      height: Math.max(1, size.height),
    });
    const parked = this.#parked.get(targetId);
    this.#parked.delete(targetId);
    return parked ?? new Promise((resolve) => this.#awaited.set(targetId, resolve));
  }

  /** A window without tabs and address bar: a second start with the same profile hands it to the first. */
  #openWindow(size: ContentSize): Promise<PageTarget> {
    const own = this.#arguments.filter(
      (argument) => !/^--(remote-debugging|no-startup-window|keep-alive-for-test)/.test(argument),
    );
    const words = [`--window-size=${size.width},${size.height}`, `--app=${APP_START_PAGE}`];
    return new Promise((resolve) => {
      this.#nextWindow = resolve;
      spawn(this.#binary, [...own, ...words], { stdio: 'ignore' }).on('error', (error) =>
        debug(error.message),
      );
    });
  }

  async #minimize(page: PageTarget): Promise<void> {
    const { windowId } = await this.session.send('Browser.getWindowForTarget', { targetId: page.targetId });
    await this.session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
  }

  #arrived(page: PageTarget): void {
    const awaited = this.#awaited.get(page.targetId);
    if (awaited) {
      this.#awaited.delete(page.targetId);
      awaited(page);
    } else if (page.openerId !== undefined) {
      this.emit('popup', page);
    } else if (this.#nextWindow) {
      this.#nextWindow(page);
      this.#nextWindow = null;
    } else if (this.headless) {
      this.#parked.set(page.targetId, page);
    } else {
      // A window that a person opened with Chromium's own shortcut: the application knows none such.
      quietly(this.session.send('Target.closeTarget', { targetId: page.targetId }));
    }
  }

  #line(line: string): void {
    this.#stderr.push(line);
    if (this.#stderr.length > 40) this.#stderr.shift();
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
    else debug(line);
  }

  #lastWords(): string {
    return this.#stderr.join('\n');
  }

  #ended(how: string): void {
    this.#pipe?.close('the browser has ended');
    if (!this.#closing) this.emit('gone', `Chromium is gone: ${how}\n${this.#lastWords()}`);
  }
}
