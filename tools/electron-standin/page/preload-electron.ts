import type { Bridge } from './bridge.ts';
import { decode, encode } from './codec.ts';

/**
 * What `require` gives a sandboxed preload: `electron` (contextBridge, ipcRenderer), `events`,
 * `timers`, `url`. Runs as source text: only function declarations (`preloadElectronFunctions`).
 */
type Listener = (...args: readonly unknown[]) => void;

/** One message of the page to this process. */
export type PageMessage =
  | { readonly type: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly type: 'send'; readonly channel: string; readonly args: string }
  | {
      readonly type: 'permission';
      readonly id: number;
      readonly kind: 'request' | 'check';
      readonly permission: string;
    }
  | { readonly type: 'input'; readonly input: PageInput }
  | {
      readonly type: 'window';
      readonly width: number;
      readonly height: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'title'; readonly title: string }
  | { readonly type: 'focus'; readonly focused: boolean }
  | { readonly type: 'open'; readonly url: string; readonly name: string; readonly features: string }
  | { readonly type: 'preload-error'; readonly error: string };

/** A key as `before-input-event` describes it. */
export type PageInput = {
  readonly type: 'keyDown' | 'keyUp';
  readonly key: string;
  readonly code: string;
  readonly isAutoRepeat: boolean;
  readonly isComposing: boolean;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly location: number;
};

/** One message of this process to the page. */
export type HostMessage =
  | { readonly type: 'reply'; readonly id: number; readonly ok: boolean; readonly value: string }
  | { readonly type: 'message'; readonly channel: string; readonly args: string }
  | { readonly type: 'watch-input'; readonly on: boolean };

/** The preload's way to this process. */
export type Wire = {
  readonly post: (message: PageMessage) => void;
  /** Blocks until this process has answered; null where the page's policy forbids the request. */
  readonly ask: (message: PageMessage) => string | null;
  readonly waiting: Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >;
  lastId: number;
};

function createEmitter(): Record<string, unknown> & {
  emit: (name: string, ...args: readonly unknown[]) => boolean;
} {
  const lists = new Map<string, { readonly listener: Listener; readonly once: boolean }[]>();
  const list = (name: string) => lists.get(name) ?? [];
  const emitter = {
    on(name: string, listener: Listener) {
      lists.set(name, [...list(name), { listener, once: false }]);
      return emitter;
    },
    once(name: string, listener: Listener) {
      lists.set(name, [...list(name), { listener, once: true }]);
      return emitter;
    },
    removeListener(name: string, listener: Listener) {
      const index = list(name).findLastIndex((entry) => entry.listener === listener);
      lists.set(
        name,
        list(name).filter((_entry, i) => i !== index),
      );
      return emitter;
    },
    removeAllListeners(name?: string) {
      if (name === undefined) lists.clear();
      else lists.delete(name);
      return emitter;
    },
    listenerCount: (name: string) => list(name).length,
    listeners: (name: string) => list(name).map((entry) => entry.listener),
    emit(name: string, ...args: readonly unknown[]) {
      const entries = list(name);
      for (const { listener, once } of entries) {
        if (once) emitter.removeListener(name, listener);
        Reflect.apply(listener, emitter, args);
      }
      return entries.length > 0;
    },
    addListener: (name: string, listener: Listener) => emitter.on(name, listener),
    off: (name: string, listener: Listener) => emitter.removeListener(name, listener),
  };
  return emitter;
}

/** `ipcRenderer`. */
export function createIpcRenderer(wire: Wire): ReturnType<typeof createEmitter> {
  const text = (args: readonly unknown[]): string => encode(structuredClone(args));
  return Object.assign(createEmitter(), {
    send: (channel: string, ...args: readonly unknown[]) =>
      wire.post({ type: 'send', channel, args: text(args) }),
    sendSync(channel: string, ...args: readonly unknown[]): unknown {
      const answer = wire.ask({ type: 'send', channel, args: text(args) });
      if (answer === null) throw new Error("electron stand-in: sendSync needs `connect-src 'self'`");
      return decode(answer);
    },
    invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
      wire.lastId += 1;
      const id = wire.lastId;
      const encoded = text(args);
      return new Promise((resolve, reject) => {
        wire.waiting.set(id, { resolve, reject });
        wire.post({ type: 'invoke', id, channel, args: encoded });
      });
    },
  });
}

function createContextBridge(expose: (key: string, api: unknown) => void): object {
  const taken = new Set<string>();
  return {
    exposeInMainWorld(key: string, api: unknown): void {
      if (taken.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      taken.add(key);
      expose(key, api);
    },
  };
}

function sealed(name: string, members: object): object {
  return new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'then')
        return Reflect.get(target, key) as unknown;
      throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
    },
  });
}

function createRequire(modules: Readonly<Record<string, object>>): (id: string) => object {
  return (id) => {
    const found = modules[id.replace(/^node:/, '')];
    if (!found) throw new Error(`module not found: ${id}`);
    return found;
  };
}

/** The modules of a sandboxed preload. */
export function createModules(
  ipc: object,
  expose: (key: string, value: unknown) => void,
): (id: string) => object {
  const electron = sealed('electron', {
    contextBridge: sealed('contextBridge', createContextBridge(expose)),
    ipcRenderer: sealed('ipcRenderer', ipc),
  });
  const timers = { setTimeout, clearTimeout, setInterval, clearInterval };
  function EventEmitter(): object {
    return createEmitter();
  }
  return createRequire({
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: Object.assign(EventEmitter, { EventEmitter }),
    timers: Object.assign(timers, { setImmediate: (run: () => void) => setTimeout(run, 0) }),
    url: { URL, URLSearchParams },
  });
}

/** What the bridge is told: exposures wait until the page's world has said hello. */
export function createExposer(bridge: Bridge): {
  readonly expose: (key: string, value: unknown) => void;
  readonly heard: () => void;
} {
  let waiting: (() => void)[] | null = [];
  return {
    expose(key, value) {
      const post = (): void => bridge.post({ type: 'expose', key, value: bridge.encode(value) });
      if (waiting) waiting.push(post);
      else post();
    },
    heard() {
      const posts = waiting ?? [];
      waiting = null;
      for (const post of posts) post();
    },
  };
}

/** Everything that the page needs of this file. */
export const preloadElectronFunctions: readonly ((...words: never[]) => unknown)[] = [
  createEmitter,
  createIpcRenderer,
  createContextBridge,
  sealed,
  createRequire,
  createModules,
  createExposer,
];
