import { describe, expect, it } from 'vitest';
import { createMachineStore } from './machine-store.ts';

function storeWith(content: Record<string, unknown>) {
  const kept = new Map(Object.entries(content));
  const store = createMachineStore({
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
  });
  return { store, kept };
}

const first = {
  theme: 'system',
  textSize: 'normal',
  language: 'en',
  receiptPrinter: '',
  printReceiptAfterSale: false,
  windowAtStart: 'as-left',
};

describe('createMachineStore', () => {
  it('begins with the system’s look and no printer', () => {
    expect(storeWith({}).store.settings()).toEqual(first);
  });

  it('keeps what is changed and only that', () => {
    const { store, kept } = storeWith({});
    store.change({ theme: 'dark' });
    store.change({ receiptPrinter: 'Till' });
    expect(store.settings()).toEqual({ ...first, theme: 'dark', receiptPrinter: 'Till' });
    expect(kept.get('settings')).toEqual(store.settings());
  });

  it.each([
    'text',
    null,
    7,
    [],
    { theme: 'pink', textSize: 9, language: null, receiptPrinter: {}, extra: true },
    JSON.parse('{"__proto__": {"theme": "dark"}, "constructor": 1}'),
  ])('reads a file that holds %j as if it held nothing of it', (settings) => {
    expect(storeWith({ settings }).store.settings()).toEqual(first);
  });

  it('keeps the good half of a half good file', () => {
    expect(storeWith({ settings: { theme: 'dark', textSize: 'huge' } }).store.settings()).toEqual({
      ...first,
      theme: 'dark',
    });
  });

  it('takes no window place or path that cannot be one', () => {
    const { store } = storeWith({
      windowBounds: { x: 1, y: '2', width: 3, height: 4 },
      shopFile: '',
      isMaximized: 1,
    });
    expect([store.get('windowBounds'), store.get('shopFile'), store.get('isMaximized')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
