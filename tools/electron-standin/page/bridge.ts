/**
 * `contextBridge` between the page's own world and the preload's: synchronous events whose `detail`
 * the browser clones structurally on its way from one world to the other. Functions travel as
 * numbers, promises as numbers that are settled later.
 *
 * Runs in both worlds as source text: only function declarations (`bridgeFunctions`).
 */
type Wire = readonly [kind: string, value: unknown];

type BridgeMessage =
  | { readonly type: 'hello' | 'who' }
  | { readonly type: 'expose'; readonly key: string; readonly value: Wire }
  | { readonly type: 'call'; readonly call: number; readonly fn: number; readonly args: Wire }
  | { readonly type: 'return'; readonly call: number; readonly ok: boolean; readonly value: Wire }
  | { readonly type: 'settle'; readonly promise: number; readonly ok: boolean; readonly value: Wire };

type AnyFunction = (...args: readonly unknown[]) => unknown;
type Settle = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

/** One end of the bridge. */
export type Bridge = {
  readonly post: (message: BridgeMessage) => void;
  readonly encode: (value: unknown) => Wire;
  readonly decode: (wire: Wire) => unknown;
  readonly functions: AnyFunction[];
  readonly promises: Map<number, Settle>;
  readonly returns: Map<number, { readonly ok: boolean; readonly value: Wire }>;
  lastId: number;
};

function bridgeError(wire: unknown): Error {
  const [name, message] = wire as [string, string];
  const types: Readonly<Record<string, new (message: string) => Error>> = {
    TypeError,
    RangeError,
    SyntaxError,
  };
  return new (types[name] ?? Error)(message);
}

function encodeForBridge(bridge: Bridge, value: unknown): Wire {
  if (typeof value === 'function') {
    const known = bridge.functions.indexOf(value as AnyFunction);
    return ['function', known === -1 ? bridge.functions.push(value as AnyFunction) - 1 : known];
  }
  if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
  if (typeof value !== 'object' || value === null) return ['value', value];
  if (value instanceof Promise) return ['promise', sendPromise(bridge, value)];
  if (value instanceof Error) return ['error', [value.name, value.message]];
  if (Array.isArray(value)) return ['array', value.map((item) => encodeForBridge(bridge, item))];
  const tag = Object.prototype.toString.call(value);
  if (tag !== '[object Object]') return ['value', structuredClone(value)];
  return ['object', Object.entries(value).map(([key, item]) => [key, encodeForBridge(bridge, item)])];
}

function sendPromise(bridge: Bridge, promise: Promise<unknown>): number {
  bridge.lastId += 1;
  const id = bridge.lastId;
  const settle = (ok: boolean, value: unknown): void =>
    bridge.post({ type: 'settle', promise: id, ok, value: encodeForBridge(bridge, value) });
  promise.then(
    (value) => settle(true, value),
    (error: unknown) => settle(false, error),
  );
  return id;
}

function receivePromise(bridge: Bridge, id: number): Promise<unknown> {
  return new Promise((resolve, reject) => bridge.promises.set(id, { resolve, reject }));
}

function decodeFromBridge(bridge: Bridge, wire: Wire): unknown {
  const [kind, value] = wire;
  if (kind === 'function') return remoteFunction(bridge, value as number);
  if (kind === 'promise') return receivePromise(bridge, value as number);
  if (kind === 'error') return bridgeError(value);
  if (kind === 'array') return (value as readonly Wire[]).map((item) => decodeFromBridge(bridge, item));
  if (kind !== 'object') return value;
  const result = {};
  for (const [key, item] of value as readonly [string, Wire][]) {
    const decoded = decodeFromBridge(bridge, item);
    Object.defineProperty(result, key, {
      value: decoded,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return result;
}

/** A call runs to its end while the event is dispatched, so its answer is there when `post` returns. */
function remoteFunction(bridge: Bridge, fn: number): AnyFunction {
  return (...args) => {
    bridge.lastId += 1;
    const call = bridge.lastId;
    bridge.post({ type: 'call', call, fn, args: encodeForBridge(bridge, args) });
    const answer = bridge.returns.get(call);
    bridge.returns.delete(call);
    if (!answer) throw new Error('The other side of the context bridge has gone');
    const value = decodeFromBridge(bridge, answer.value);
    if (answer.ok) return value;
    throw value;
  };
}

function answerCall(bridge: Bridge, call: number, fn: number, args: Wire): void {
  try {
    const result = bridge.functions[fn]?.(...(decodeFromBridge(bridge, args) as unknown[]));
    bridge.post({ type: 'return', call, ok: true, value: encodeForBridge(bridge, result) });
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    bridge.post({ type: 'return', call, ok: false, value: encodeForBridge(bridge, thrown) });
  }
}

function receiveOnBridge(bridge: Bridge, message: BridgeMessage): void {
  if (message.type === 'call') answerCall(bridge, message.call, message.fn, message.args);
  else if (message.type === 'return') bridge.returns.set(message.call, message);
  else if (message.type === 'settle') {
    const settle = bridge.promises.get(message.promise);
    bridge.promises.delete(message.promise);
    const value = decodeFromBridge(bridge, message.value);
    if (message.ok) settle?.resolve(value);
    else settle?.reject(value);
  }
}

/** Opens one end. The event names are secret, so that the page can neither listen nor speak. */
export function openBridge(out: string, into: string, also: (message: BridgeMessage) => void): Bridge {
  // Taken now: the page may replace these later.
  const dispatch = window.dispatchEvent.bind(window);
  const Carrier = CustomEvent;
  const bridge: Bridge = {
    post: (message) => void dispatch(new Carrier(out, { detail: message })),
    encode: (value) => encodeForBridge(bridge, value),
    decode: (wire) => decodeFromBridge(bridge, wire),
    functions: [],
    promises: new Map(),
    returns: new Map(),
    lastId: 0,
  };
  window.addEventListener(into, (event) => {
    const message = (event as CustomEvent<BridgeMessage>).detail;
    receiveOnBridge(bridge, message);
    also(message);
  });
  return bridge;
}

/** Everything that the page needs of this file. */
export const bridgeFunctions: readonly ((...words: never[]) => unknown)[] = [
  bridgeError,
  encodeForBridge,
  sendPromise,
  receivePromise,
  decodeFromBridge,
  remoteFunction,
  answerCall,
  receiveOnBridge,
  openBridge,
];
