import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, nextRequestId, type TestApp } from '../../../test/support/create-test-app.ts';
import type { Reply } from '../../shared/contract/errors.ts';
import { contract } from '../../shared/contract/index.ts';
import type { App, Change } from '../app/create-app.ts';
import { callChannel, changeChannel, listenToWindows, tellWindows } from './ipc.ts';
import { shopOrigin } from './security/addresses.ts';

type Listener = (event: IpcMainInvokeEvent, message: unknown) => Promise<Reply>;

let test: TestApp;
let app: App | null;
let refusals: number;
const channels = new Map<string, Listener>();
const ipcMain = {
  handle: (channel: string, listener: Listener) => void channels.set(channel, listener),
} as unknown as Pick<IpcMain, 'handle'>;

/** A window's page as Electron shows it to a listener. */
function contents(id: number, url = 'app://shop/index.html'): WebContents {
  return { id, mainFrame: { url } } as unknown as WebContents;
}

const shopWindow = contents(1);

function send(
  message: unknown,
  sender = shopWindow,
  senderFrame: unknown = sender.mainFrame,
): Promise<Reply> {
  const listener = channels.get(callChannel);
  if (!listener) throw new Error('nobody listens');
  return listener({ sender, senderFrame } as IpcMainInvokeEvent, message);
}

beforeEach(async () => {
  test = await createOpenShop();
  app = test.app;
  refusals = 0;
  channels.clear();
  listenToWindows({
    ipcMain,
    own: shopOrigin,
    app: () => app,
    isShopWindow: (sender) => sender === shopWindow,
    log: {
      info: () => undefined,
      error() {
        refusals += 1;
      },
    },
  });
});
afterEach(() => test.close());

const refused = (code: string) => ({ ok: false, error: { code, message: code } });

describe('listenToWindows', () => {
  it('listens on one channel and answers the contract', async () => {
    expect([...channels.keys()]).toEqual(['orderlla:call']);
    expect(await send({ name: 'catalog.count', input: {} })).toEqual({ ok: true, value: { sellable: 0 } });
    const change = { name: 'shop.update', input: { phone: '555-0111' }, requestId: nextRequestId() };
    expect(await send(change)).toEqual({ ok: true, value: {} });
  });

  it('knows the window by what Electron says, never by what the message says', async () => {
    const message = { name: 'session.current', input: {}, windowId: 1, caller: { kind: 'system' } };
    expect(await send(message)).toMatchObject({ ok: true, value: { name: 'Olga Owner' } });
    await send({ name: 'session.lock', input: {} });
    expect(await send({ ...message, name: 'catalog.count' })).toMatchObject({
      error: { code: 'not-signed-in' },
    });
  });

  it('refuses frames that are gone, sub-frames, foreign pages and windows that are not the shop’s', async () => {
    const call = { name: 'session.current', input: {} };
    expect(await send(call, shopWindow, null)).toEqual(refused('forbidden'));
    expect(await send(call, shopWindow, { url: 'app://shop/index.html' })).toEqual(refused('forbidden'));
    expect(await send(call, contents(1, 'https://evil.example/'))).toEqual(refused('forbidden'));
    expect(await send(call, contents(1, 'app://print/00'))).toEqual(refused('forbidden'));
    expect(await send(call, contents(2))).toEqual(refused('forbidden'));
    expect(refusals).toBe(5);
  });

  it.each([
    undefined,
    null,
    'catalog.count',
    [],
    {},
    { name: 7, input: {} },
    { name: 'catalog.count', input: {}, requestId: 7 },
    { name: 'catalog.count', input: new Map() },
    { name: 'catalog.count', input: { n: Number.NaN } },
    JSON.parse('{"name": "catalog.count", "input": {"__proto__": {"x": 1}}}'),
  ])('refuses the message %j', async (message) => {
    expect(await send(message)).toEqual(refused('invalid-input'));
  });

  it.each(['', 'toString', '__proto__', 'constructor', 'orders.destroy', 'catalog.count '])(
    'knows no call named %j',
    async (name) => {
      expect(await send({ name, input: {} })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    },
  );

  it('says that the shop file is in trouble while it is not open', async () => {
    app = null;
    expect(await send({ name: 'session.current', input: {} })).toEqual(refused('shop-file-trouble'));
  });

  it('answers every call of the contract with a listed refusal when nobody is signed in', async () => {
    await send({ name: 'session.lock', input: {} });
    const names = Object.entries(contract).filter(([, entry]) => entry.needs !== 'public');
    expect(names.length).toBeGreaterThan(20);
    for (const [name] of names) {
      const reply = await send({ name, input: { hostile: '<script>' }, requestId: nextRequestId() });
      expect([name, reply]).toMatchObject([name, { ok: false, error: { code: 'not-signed-in' } }]);
      expect(JSON.stringify(reply)).not.toMatch(/SELECT|\bat .*\.ts:|\/src\//);
    }
  });
});

describe('tellWindows', () => {
  function listening(id: number, state: { isDestroyed?: boolean; isCrashed?: boolean } = {}) {
    const heard: unknown[][] = [];
    const page = {
      id,
      isDestroyed: () => state.isDestroyed === true,
      isCrashed: () => state.isCrashed === true,
      send: (...message: unknown[]) => heard.push(message),
    } as unknown as WebContents;
    return { page, heard };
  }

  it('tells every living window of a change, and its progress to the one that asked', () => {
    const [one, two, dead, crashed] = [
      listening(1),
      listening(2),
      listening(3, { isDestroyed: true }),
      listening(4, { isCrashed: true }),
    ];
    const windows = [one.page, two.page, dead.page, crashed.page];
    const changed: Change = { kind: 'changed', topics: ['orders'] };
    tellWindows(changed, windows);
    tellWindows({ kind: 'progress', windowId: 2, requestId: 'r', progress: { done: 1, total: 9 } }, windows);
    expect(one.heard).toEqual([[changeChannel, changed]]);
    expect(two.heard).toEqual([
      [changeChannel, changed],
      [changeChannel, { kind: 'progress', requestId: 'r', progress: { done: 1, total: 9 } }],
    ]);
    expect([...dead.heard, ...crashed.heard]).toEqual([]);
  });
});
