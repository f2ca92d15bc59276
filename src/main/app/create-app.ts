import type { Topic } from '../../shared/contract/define.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import type { CallName, Input, Output } from '../../shared/contract/index.ts';
import type { ShopFile } from '../database/open-shop-file.ts';
import { createApprovals } from './approvals.ts';
import { createEvidence } from './audit-evidence.ts';
import type { HeadStore } from './audit-head.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { createDoor } from './call.ts';
import { shopReader } from './call-context.ts';
import type { Log, Progress } from './context.ts';
import type { Desktop } from './desktop.ts';
import { createKioskSessions } from './kiosk-sessions.ts';
import type { LongReader } from './long-read.ts';
import { createSecrets } from './secrets.ts';
import { createSessions } from './sessions.ts';
import { createSignOuts } from './sign-outs.ts';
import { createTurns } from './turns.ts';
import { createUploads } from './uploads.ts';

/** Who sends a call: a window, known by its number, or the application's own timer. */
export type Caller = { readonly kind: 'window'; readonly windowId: number } | { readonly kind: 'system' };

/** What listeners are told after a commit, and while a long command runs. */
export type Change =
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  | {
      readonly kind: 'progress';
      readonly windowId: number;
      readonly requestId: string;
      readonly progress: Progress;
    };

export type AppOptions = {
  readonly file: ShopFile;
  /** Reads the time, milliseconds UTC. The only clock there is. */
  readonly clock: () => number;
  readonly desktop: Desktop;
  readonly log: Log;
  /** Bytes of a file below `resources/`. */
  readonly resource: (path: string) => Uint8Array;
  /** Kept outside the shop file: one mixed into hashes, one that signs the audit chain. */
  readonly keys: { readonly pepper: Uint8Array; readonly audit: Uint8Array };
  /** Where the newest link of the audit chain is kept beside the keys; without it nothing outside the file is. */
  readonly heads?: HeadStore;
  readonly till: string;
  /** Runs long queries outside this process; absent in tests, where they run here step by step. */
  readonly reader?: LongReader;
  /** log2 of scrypt's N. */
  readonly secretCost?: number;
  /** Checks every answer against the contract too: on in tests and development. */
  readonly strict?: boolean;
};

export type App = {
  /** Asks for anything in the contract. Never throws: a refusal is an answer. */
  call(caller: Caller, name: string, input: unknown, requestId?: string, approvalId?: string): Promise<Reply>;
  /** The same, typed: for the application's own use and tests. */
  ask<N extends CallName>(
    caller: Caller,
    name: N,
    input: Input<N>,
    requestId?: string,
    approvalId?: string,
  ): Promise<Reply<Output<N>>>;
  onChange(listener: (change: Change) => void): () => void;
  /** Whether this till was turned over to customers. */
  isKiosk(): boolean;
  /** Ends a window's session: closed, crashed or locked from outside. */
  forgetWindow(windowId: number): void;
  /** Takes no more calls, stops long commands, waits for what writes, then closes the shop file. */
  close(): Promise<void>;
};

/** Puts the application together: the shop file, the clock, the desktop and a log are all it needs. */
export function createApp(options: AppOptions): App {
  let closing: Promise<void> | null = null;
  const listeners = new Set<(change: Change) => void>();
  const sessions = createSessions();
  const kioskSessions = createKioskSessions();
  const approvals = createApprovals();
  const uploads = createUploads();
  const turns = createTurns();
  const shops = shopReader(options.file.read);
  const evidence = createEvidence(options);
  bringUpToDate(options, shops.get());
  const door = createDoor({
    ...options,
    proof: evidence.proof,
    sessions,
    kioskSessions,
    uploads,
    secrets: createSecrets({ ...options.keys, cost: options.secretCost ?? 17 }),
    shops,
    approvals,
    turns,
    publish: (change) => publish(change, listeners, options.log),
  });
  const signOuts = createSignOuts({ ...options, shops, sessions, turns });
  signOuts.endLeft();
  return {
    call: door.call,
    ask: door.call as App['ask'],
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    isKiosk: () =>
      kioskSessions.actor(options.file.read, { till: options.till, windowId: 0, now: 0, idleSeconds: 0 }) !==
      null,
    forgetWindow(windowId) {
      door.cancelLong(windowId);
      kioskSessions.signOut(windowId);
      signOuts.windowClosed(windowId);
      approvals.forgetWindow(windowId);
      uploads.forgetWindow(windowId);
      options.desktop.looks.forgetWindow(windowId);
    },
    close() {
      closing ??= door
        .settle()
        .then(evidence.settle)
        .catch((error: unknown) => {
          // A file that cannot be read is closed all the same.
          options.log.error('The shop was closed without the head of its log', { error: String(error) });
        })
        .then(() => options.desktop.looks.endAll())
        .then(() => options.file.close());
      return closing;
    },
  };
}

/** After a commit: a window that cannot be told must not turn what was done into a refusal. */
function publish(
  change: Change,
  listeners: Iterable<(change: Change) => void>,
  log: AppOptions['log'],
): void {
  for (const listener of listeners) {
    try {
      listener(change);
    } catch (error) {
      log.error('A change could not be told', { kind: change.kind, error: String(error) });
    }
  }
}
