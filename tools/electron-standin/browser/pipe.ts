import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright';
import { debug } from '../debug.ts';

/** One DevTools session, typed by Playwright's copy of the protocol. */
export type Session = Pick<CDPSession, 'send' | 'on'> & { readonly id: string | undefined };

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
};

type Pending = {
  readonly method: string;
  readonly sessionId: string | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

/**
 * Chromium's DevTools protocol over two pipes, JSON ended by NUL. When this process dies the pipe
 * closes and Chromium ends by itself, so that no browser outlives its host.
 */
export class Pipe {
  readonly #writer: Writable;
  readonly #pending = new Map<number, Pending>();
  readonly #events = new Map<string, EventEmitter>();
  #chunks: Buffer[] = [];
  #lastId = 0;
  #closed = false;

  constructor(writer: Writable, reader: Readable) {
    this.#writer = writer;
    writer.on('error', (error) => this.close(error.message));
    reader.on('error', (error) => this.close(error.message));
    reader.on('close', () => this.close('the browser has ended'));
    reader.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  /** The session of that id; of the whole browser without one. */
  session(id?: string): Session {
    const events = new EventEmitter();
    events.setMaxListeners(0);
    this.#events.set(id ?? '', events);
    const session = {
      id,
      send: (method: string, params: object = {}) => this.#send(method, params, id),
      on: (event: string, listener: (payload: unknown) => void) => {
        events.on(event, listener);
        return session;
      },
    };
    return session as unknown as Session;
  }

  /** Forgets a session; what it still owes is refused. */
  endSession(id: string): void {
    this.#events.delete(id);
    this.rejectPending(id, 'the page has gone');
  }

  /** Refuses whatever a session still owes: a crashed page answers nothing. */
  rejectPending(sessionId: string, reason: string): void {
    for (const [id, pending] of this.#pending) {
      if (pending.sessionId !== sessionId) continue;
      this.#pending.delete(id);
      pending.reject(new Error(`${pending.method}: ${reason}`));
    }
  }

  /** Ends the conversation. */
  close(reason: string): void {
    this.#closed = true;
    for (const pending of this.#pending.values()) pending.reject(new Error(`${pending.method}: ${reason}`));
    this.#pending.clear();
  }

  #send(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    if (this.#closed) return Promise.reject(new Error(`${method}: the browser has ended`));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, sessionId, resolve, reject });
      this.#writer.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#chunks.push(chunk.subarray(start, end));
      const text = Buffer.concat(this.#chunks).toString();
      this.#chunks = [];
      start = end + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#chunks.push(chunk.subarray(start));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      const events = this.#events.get(message.sessionId ?? '');
      if (message.method !== undefined) events?.emit(message.method, message.params);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (!pending) return;
    if (message.error) {
      debug(pending.method, message.error.message);
      pending.reject(new Error(`${pending.method}: ${message.error.message}`));
    } else {
      pending.resolve(message.result);
    }
  }
}
