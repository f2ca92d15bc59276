import { EventEmitter } from 'node:events';
import { guardInstances } from '../guard.ts';
import { decode, encode } from '../page/codec.ts';
import type { PartOf } from '../part-of.ts';
import { createEvent } from './event.ts';
import type { StandinFrame } from './frame.ts';
import type { StandinWebContents } from './web-contents.ts';

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** Who sent a message. The frame is null when its document has gone since. */
export type Sender = { readonly contents: StandinWebContents; readonly frame: StandinFrame | null };

/** `ipcMain`, and `webContents.ipc` of each page. */
export class StandinIpcMain extends EventEmitter implements PartOf<Electron.IpcMain> {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, listener: Handler): void {
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** The handler of a channel, for the dispatch. */
  handlerOf(channel: string): Handler | undefined {
    return this.#handlers.get(channel);
  }
}

guardInstances('ipcMain', StandinIpcMain.prototype);

/** `ipcMain` */
export const ipcMain = new StandinIpcMain();

function eventOf({ contents, frame }: Sender): object {
  return {
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    frameId: frame?.routingId ?? -1,
    processId: frame?.processId ?? -1,
  };
}

/** Runs an `invoke`. The answer is what the page shall receive: a value in the codec's text, or a message. */
export async function answerInvoke(
  sender: Sender,
  channel: string,
  args: string,
): Promise<{ readonly ok: boolean; readonly value: string }> {
  try {
    const handler = sender.contents.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    const event = createEvent(eventOf(sender)) as unknown as Electron.IpcMainInvokeEvent;
    const result = await handler(event, ...(decode(args) as unknown[]));
    return { ok: true, value: encode(structuredClone(result)) };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { ok: false, value: `Error invoking remote method '${channel}': ${String(error)}` };
  }
}

/** Emits a `send`. The result is `event.returnValue` in the codec's text, or null when nobody set one. */
export function deliverSend(sender: Sender, channel: string, args: string): string | null {
  let returned: { readonly value: unknown } | null = null;
  const event = createEvent({
    ...eventOf(sender),
    ports: [],
    reply: (name: string, ...words: unknown[]) => sender.contents.send(name, ...words),
  });
  Object.defineProperty(event, 'returnValue', {
    get: () => returned?.value,
    set: (value: unknown) => {
      returned = { value };
    },
  });
  const values = decode(args) as unknown[];
  sender.contents.emit('ipc-message', event, channel, ...values);
  sender.contents.ipc.emit(channel, event, ...values);
  ipcMain.emit(channel, event, ...values);
  const answer = returned as { readonly value: unknown } | null;
  return answer === null ? null : encode(structuredClone(answer.value));
}
