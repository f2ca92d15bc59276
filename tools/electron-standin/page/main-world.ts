import { openBridge } from './bridge.ts';

/**
 * The page's own world: shows what the preload exposes, and asks the host before the page uses a
 * permission. Runs as source text: only function declarations (`mainWorldFunctions`).
 */
type MayOpen = (url: string, name: string, features: string) => string | null;
type Ask = (kind: 'request' | 'check', permission: string) => Promise<boolean>;

function freezeDeep(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !ArrayBuffer.isView(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) freezeDeep(item);
  }
  return value;
}

/** Which calls of a page ask for which permission (Electron's names). */
function permissionCalls(): readonly (readonly [
  owner: object | undefined,
  method: string,
  permission: string,
])[] {
  const owner = (name: string): object | undefined =>
    (globalThis as unknown as Record<string, { readonly prototype: object } | undefined>)[name]?.prototype;
  return [
    [owner('Geolocation'), 'getCurrentPosition', 'geolocation'],
    [owner('Geolocation'), 'watchPosition', 'geolocation'],
    [owner('MediaDevices'), 'getUserMedia', 'media'],
    [owner('MediaDevices'), 'getDisplayMedia', 'display-capture'],
    [owner('Clipboard'), 'read', 'clipboard-read'],
    [owner('Clipboard'), 'readText', 'clipboard-read'],
    [owner('Navigator'), 'requestMIDIAccess', 'midi'],
    [owner('StorageManager'), 'persist', 'persistent-storage'],
    [owner('WakeLock'), 'request', 'screen-wake-lock'],
    [owner('Element'), 'requestFullscreen', 'fullscreen'],
    [owner('Element'), 'requestPointerLock', 'pointerLock'],
    [(globalThis as { Notification?: object }).Notification, 'requestPermission', 'notifications'],
  ];
}

/** Calls that the browser itself never asks about: here a refusal must come from us. */
function isRefusedHere(permission: string): boolean {
  return ['fullscreen', 'pointerLock', 'display-capture', 'persistent-storage'].includes(permission);
}

function askBefore(owner: object, method: string, permission: string, ask: Ask): void {
  const original = Reflect.get(owner, method) as unknown;
  if (typeof original !== 'function') return;
  const wrapped = async function (this: unknown, ...args: readonly unknown[]): Promise<unknown> {
    const granted = await ask('request', permission);
    if (!granted && isRefusedHere(permission)) throw new DOMException('Permission denied', 'NotAllowedError');
    return Reflect.apply(original, this, args) as unknown;
  };
  Object.defineProperty(owner, method, {
    value: wrapped,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

function guardPermissions(ask: Ask): void {
  for (const [owner, method, permission] of permissionCalls())
    if (owner) askBefore(owner, method, permission, ask);
  const permissions = (globalThis as { Permissions?: typeof Permissions }).Permissions?.prototype;
  if (!permissions) return;
  const query = permissions.query;
  permissions.query = async function (descriptor) {
    await ask('check', descriptor.name);
    return Reflect.apply(query, this, [descriptor]) as Promise<PermissionStatus>;
  };
}

/** `window.open` of a window that is refused gives null, as in Electron. */
function guardOpen(mayOpen: MayOpen): void {
  const original = window.open;
  window.open = (url, target, features) => {
    const address = URL.parse(String(url ?? 'about:blank') || 'about:blank', document.baseURI)?.href;
    const isNew = !['_self', '_top', '_parent'].includes(target ?? '');
    if (address && isNew && mayOpen(address, target ?? '', features ?? '') === 'deny') return null;
    return original.call(window, url, target, features);
  };
}

/** Starts the page's world. `secret` names the events between the two worlds. */
export function startMainWorld(secret: string): void {
  const bridge = openBridge(`${secret}<`, `${secret}>`, (message) => {
    if (message.type === 'who') bridge.post({ type: 'hello' });
    if (message.type !== 'expose') return;
    const value = bridge.decode(message.value);
    if (message.key === '') {
      const { ask, mayOpen } = value as { readonly ask: Ask; readonly mayOpen: MayOpen };
      guardPermissions(ask);
      guardOpen(mayOpen);
    } else if (message.key in globalThis)
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    else Object.defineProperty(globalThis, message.key, { value: freezeDeep(value), enumerable: true });
  });
  bridge.post({ type: 'hello' });
}

/** Everything that the page needs of this file. */
export const mainWorldFunctions: readonly ((...words: never[]) => unknown)[] = [
  freezeDeep,
  permissionCalls,
  isRefusedHere,
  askBefore,
  guardPermissions,
  guardOpen,
  startMainWorld,
];
