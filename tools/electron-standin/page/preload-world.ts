import { openBridge } from './bridge.ts';
import { decode } from './codec.ts';
import {
  createExposer,
  createIpcRenderer,
  createModules,
  type HostMessage,
  type PageInput,
  type PageMessage,
  type Wire,
} from './preload-electron.ts';

/**
 * The preload's isolated world: its way to this process and what happens in the window (size, focus,
 * keys). Runs as source text: only function declarations (`preloadWorldFunctions`).
 */
export type PreloadWorldOptions = {
  readonly secret: string;
  readonly binding: string;
  readonly syncPath: string;
  readonly schemes: readonly string[];
  readonly process: Readonly<Record<string, unknown>>;
};

/** What the preload's code is called with. */
export type PreloadScope = {
  readonly require: (id: string) => object;
  readonly process: object;
  readonly fail: (error: unknown) => void;
};

function openWire(options: PreloadWorldOptions): Wire {
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const post = world[options.binding] as (text: string) => void;
  delete world[options.binding];
  const envelope = (message: PageMessage): string => JSON.stringify({ href: location.href, message });
  return {
    post: (message) => post(envelope(message)),
    ask(message) {
      try {
        const request = new XMLHttpRequest();
        request.open('POST', `${location.origin}${options.syncPath}`, false);
        request.send(envelope(message));
        return request.status === 200 ? request.responseText : null;
      } catch {
        return null;
      }
    },
    waiting: new Map(),
    lastId: 0,
  };
}

function describeKey(event: KeyboardEvent): PageInput {
  return {
    type: event.type === 'keydown' ? 'keyDown' : 'keyUp',
    key: event.key,
    code: event.code,
    isAutoRepeat: event.repeat,
    isComposing: event.isComposing,
    shift: event.shiftKey,
    control: event.ctrlKey,
    alt: event.altKey,
    meta: event.metaKey,
    location: event.location,
  };
}

/** A key waits for this process's answer, because `before-input-event` may keep it from the page. */
function watchKeys(wire: Wire): (on: boolean) => void {
  let watching = false;
  const onKey = (event: KeyboardEvent): void => {
    if (!watching || !event.isTrusted) return;
    const message = { type: 'input', input: describeKey(event) } as const;
    const answer = wire.ask(message);
    if (answer === null) wire.post(message);
    else if (answer === 'prevent') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('keydown', onKey, { capture: true });
  window.addEventListener('keyup', onKey, { capture: true });
  return (on) => {
    watching = on;
  };
}

function watchWindow(wire: Wire): void {
  window.addEventListener('resize', () =>
    wire.post({ type: 'window', width: innerWidth, height: innerHeight, x: screenX, y: screenY }),
  );
  window.addEventListener(
    'focus',
    (event) => event.target === window && wire.post({ type: 'focus', focused: true }),
  );
  window.addEventListener(
    'blur',
    (event) => event.target === window && wire.post({ type: 'focus', focused: false }),
  );
}

function watchTitle(wire: Wire): void {
  let told = '';
  const tell = (): void => {
    if (document.title === told) return;
    told = document.title;
    wire.post({ type: 'title', title: told });
  };
  document.addEventListener('DOMContentLoaded', () => {
    tell();
    const observed = { childList: true, characterData: true, subtree: true };
    if (document.head) new MutationObserver(tell).observe(document.head, observed);
  });
}

/** A link to a new window is refused where it is clicked, before the browser has made the window. */
function guardLinks(mayOpen: (url: string, name: string, features: string) => string | null): void {
  const onClick = (event: Event): void => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link?.href || event.defaultPrevented || !(event instanceof MouseEvent)) return;
    const asked = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const name = asked ? '_blank' : link.target;
    if (['', '_self', '_top', '_parent'].includes(name)) return;
    if (mayOpen(link.href, name, '') === 'deny') event.preventDefault();
  };
  for (const name of ['click', 'auxclick']) window.addEventListener(name, onClick);
}

/** A page that goes to an address of the custom scheme goes where the browser has it. */
function mapNavigations(schemes: readonly string[]): void {
  window.navigation.addEventListener('navigate', (event) => {
    const parts = /^([a-z][a-z0-9+-]*):\/\/([^/?#]*)(.*)$/i.exec(event.destination.url);
    const [, scheme = '', host = '', rest = ''] = parts ?? [];
    if (!event.cancelable || !schemes.includes(scheme)) return;
    event.preventDefault();
    const path = rest.startsWith('/') ? rest : `/${rest}`;
    setTimeout(() => location.assign(`https://${host}.${scheme}.standin.invalid${path}`), 0);
  });
}

function receiveFromHost(
  wire: Wire,
  message: HostMessage,
  ipc: { emit: (name: string, ...args: readonly unknown[]) => boolean },
): void {
  if (message.type === 'message') {
    const event = { sender: ipc, ports: [], preventDefault: () => undefined };
    ipc.emit(message.channel, event, ...(decode(message.args) as readonly unknown[]));
  } else if (message.type === 'reply') {
    const waiting = wire.waiting.get(message.id);
    wire.waiting.delete(message.id);
    if (message.ok) waiting?.resolve(decode(message.value));
    else waiting?.reject(new Error(message.value));
  }
}

function askPermission(wire: Wire, kind: 'request' | 'check', permission: string): Promise<unknown> {
  wire.lastId += 1;
  const id = wire.lastId;
  return new Promise((resolve, reject) => {
    wire.waiting.set(id, { resolve, reject });
    wire.post({ type: 'permission', id, kind, permission });
  });
}

/** Starts the preload's world and returns what its code is called with. */
export function startPreloadWorld(options: PreloadWorldOptions): PreloadScope {
  const wire = openWire(options);
  const ipc = createIpcRenderer(wire);
  const watch = watchKeys(wire);
  watchWindow(wire);
  watchTitle(wire);
  mapNavigations(options.schemes);
  Object.defineProperty(globalThis, options.secret, {
    value: (text: string) => {
      const message = JSON.parse(text) as HostMessage;
      if (message.type === 'watch-input') watch(message.on);
      else receiveFromHost(wire, message, ipc);
    },
  });
  const bridge = openBridge(`${options.secret}>`, `${options.secret}<`, (message) => {
    if (message.type === 'hello') exposer.heard();
  });
  const exposer = createExposer(bridge);
  bridge.post({ type: 'who' });
  const mayOpen = (url: string, name: string, features: string): string | null =>
    wire.ask({ type: 'open', url, name, features });
  guardLinks(mayOpen);
  exposer.expose('', {
    ask: (kind: 'request' | 'check', permission: string) => askPermission(wire, kind, permission),
    mayOpen,
  });
  return {
    require: createModules(ipc, exposer.expose),
    process: Object.freeze({ ...options.process, uptime: () => performance.now() / 1000 }),
    fail(error) {
      console.error('Unable to load preload script:', error);
      wire.post({
        type: 'preload-error',
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    },
  };
}

/** Everything that the page needs of this file. */
export const preloadWorldFunctions: readonly ((...words: never[]) => unknown)[] = [
  openWire,
  describeKey,
  watchKeys,
  watchWindow,
  watchTitle,
  guardLinks,
  mapNavigations,
  receiveFromHost,
  askPermission,
  startPreloadWorld,
];
