import { spawn } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { debug } from '../debug.ts';
import { createEvent } from './event.ts';
import { releaseLock } from './single-instance.ts';
import { currentBrowser, windows } from './state.ts';
import { endUtilityProcesses } from './utility-process.ts';

let emitter: EventEmitter | null = null;
let quitting = false;
let leaving = false;
let next: { readonly execPath: string; readonly args: readonly string[] } | null = null;

/** Gives this file the `app` that emits the events of the end. */
export function quitFrom(app: EventEmitter): void {
  emitter = app;
  process.on('exit', () => {
    currentBrowser()?.kill();
    releaseLock();
  });
}

async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  endUtilityProcesses();
  await currentBrowser()?.close();
  releaseLock();
  if (next) spawn(next.execPath, next.args, { detached: true, stdio: 'ignore' }).unref();
  debug('exit', code);
  process.exit(code);
}

/** `app.exit`: no window is asked, `quit` is emitted. */
export function exit(code = 0): void {
  if (leaving) return;
  for (const window of windows.values()) window.destroy();
  emitter?.emit('quit', createEvent({}), code);
  void leave(code);
}

/** The last steps, when every window has agreed to close. */
export function finishQuit(): void {
  if (!quitting || leaving || windows.size > 0) return;
  const event = createEvent({});
  emitter?.emit('will-quit', event);
  if (event.defaultPrevented) {
    quitting = false;
    return;
  }
  exit(0);
}

/** A window kept itself open: nothing quits. */
export function refuseQuit(): void {
  quitting = false;
}

/** `app.quit`: `before-quit`, then each window may refuse, then `will-quit` and `quit`. */
export function quit(): void {
  if (quitting || leaving) return;
  const event = createEvent({});
  emitter?.emit('before-quit', event);
  if (event.defaultPrevented) return;
  quitting = true;
  for (const window of [...windows.values()]) if (quitting) window.close();
  // The caller's own code runs to its end first, as in Electron.
  setImmediate(finishQuit);
}

/** The last window has closed: without a listener the application quits. */
export function lastWindowClosed(): void {
  if (quitting) finishQuit();
  else if (emitter && !emitter.emit('window-all-closed')) quit();
}

/** `app.relaunch`: the new process starts when this one ends. */
export function relaunch(options: Electron.RelaunchOptions = {}): void {
  next = {
    execPath: options.execPath ?? process.env.STANDIN_EXECUTABLE ?? process.execPath,
    args: options.args ?? process.argv.slice(1),
  };
}
