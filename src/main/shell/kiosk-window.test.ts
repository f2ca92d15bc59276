import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { holdKioskWindow } from './kiosk-window.ts';
import { kioskPage, shopPage } from './security/addresses.ts';
import { troubleAddress } from './trouble.ts';

let isOn: boolean;
let page: string;
let loaded: number;
let held: (boolean | number)[];
let window: EventEmitter;
let contents: EventEmitter;
let application: EventEmitter;
let apply: () => void;

beforeEach(() => {
  isOn = true;
  page = kioskPage;
  loaded = 0;
  held = [];
  application = new EventEmitter();
  contents = Object.assign(new EventEmitter(), { setZoomFactor: (factor: number) => void held.push(factor) });
  window = Object.assign(new EventEmitter(), {
    webContents: contents,
    setKiosk: (on: boolean) => void held.push(on),
    setMenuBarVisibility: () => undefined,
  });
  apply = holdKioskWindow({
    app: application as never,
    window: window as never,
    isOn: () => isOn,
    page: () => page,
    load: () => {
      loaded += 1;
    },
    log: { info: () => undefined, error: () => undefined },
  });
});

const come = (address: string): number => {
  contents.emit('did-navigate', {}, address);
  return loaded;
};

/** Whether closing was refused. */
function close(): boolean {
  let isRefused = false;
  window.emit('close', {
    preventDefault() {
      isRefused = true;
    },
  });
  return isRefused;
}

describe('a window that customers use', () => {
  it('is brought back from every page but its own', () => {
    expect(come(kioskPage)).toBe(0);
    expect(come(`${kioskPage}?after=crashed#/x`)).toBe(0);
    expect(come(`${shopPage}#/orders`)).toBe(1);
  });

  it('stays on the page that sends them to the counter while the shop cannot be opened', () => {
    page = troubleAddress('damaged');
    expect(come(page)).toBe(0);
    expect(come(kioskPage)).toBe(1);
  });

  it('is held once, and let go when whoever works there has the till', () => {
    expect(held).toEqual([true, 1]);
    apply();
    expect(held).toHaveLength(2);
    isOn = false;
    apply();
    expect(held).toEqual([true, 1, false, 1]);
    expect(come(shopPage)).toBe(0);
  });

  it('is not closed by them, but with the application', () => {
    expect(close()).toBe(true);
    application.emit('before-quit');
    expect(close()).toBe(false);
  });
});
