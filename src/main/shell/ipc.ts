import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { BridgeCall, BridgeChange } from '../../shared/contract/bridge.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import type { Log } from '../app/context.ts';
import type { App, Change } from '../app/create-app.ts';
import type { WindowOrigin } from './security/addresses.ts';
import { isPlainJson } from './security/plain-json.ts';
import { checkSender } from './security/sender.ts';

/** The one channel into main, and the one out of it. The preload spells them the same. */
export const callChannel = 'orderlla:call';
export const changeChannel = 'orderlla:change';

type IpcOptions = {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly own: WindowOrigin;
  /** Null while the shop file is not open. */
  readonly app: () => App | null;
  /** Whether a page is a shop window of ours. */
  readonly isShopWindow: (contents: WebContents) => boolean;
  readonly log: Log;
};

/**
 * Listens to windows. Who asks is the window that sends, never what a message says: its page must be ours, in
 * its main frame, and the person signed in at it is known to main alone.
 */
export function listenToWindows({ ipcMain, own, app, isShopWindow, log }: IpcOptions): void {
  ipcMain.handle(callChannel, async (event: IpcMainInvokeEvent, message: unknown): Promise<Reply> => {
    const { sender, senderFrame } = event;
    const verdict = checkSender({ senderFrame, mainFrame: sender.mainFrame }, own);
    if (verdict !== 'ok' || !isShopWindow(sender)) {
      log.error('A message of a foreign page was refused', { verdict, window: sender.id });
      return refused('forbidden');
    }
    const call = readCall(message);
    if (!call) return refused('invalid-input');
    const running = app();
    if (!running) return refused('shop-file-trouble');
    const caller = { kind: 'window', windowId: sender.id } as const;
    return running.call(caller, call.name, call.input, call.requestId, call.approvalId);
  });
}

/** Tells windows what changed. A long command's progress goes to the window that started it only. */
export function tellWindows(change: Change, windows: readonly WebContents[]): void {
  for (const contents of windows) {
    if (contents.isDestroyed() || contents.isCrashed()) continue;
    const told = forWindow(change, contents.id);
    if (told) contents.send(changeChannel, told);
  }
}

function forWindow(change: Change, windowId: number): BridgeChange | null {
  if (change.kind === 'changed') return change;
  if (change.windowId !== windowId) return null;
  return { kind: 'progress', requestId: change.requestId, progress: change.progress };
}

function readCall(message: unknown): BridgeCall | null {
  if (typeof message !== 'object' || message === null || !isPlainJson(message)) return null;
  const { name, input, requestId, approvalId } = message as Record<string, unknown>;
  if (typeof name !== 'string' || !isTextOrAbsent(requestId) || !isTextOrAbsent(approvalId)) return null;
  return {
    name,
    input,
    ...(requestId === undefined ? {} : { requestId }),
    ...(approvalId === undefined ? {} : { approvalId }),
  };
}

function isTextOrAbsent(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}

function refused(code: 'forbidden' | 'invalid-input' | 'shop-file-trouble'): Reply {
  return { ok: false, error: { code, message: code } };
}
