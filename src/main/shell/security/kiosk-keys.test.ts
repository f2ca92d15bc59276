import { describe, expect, it } from 'vitest';
import { isKeptFromKiosk } from './kiosk-keys.ts';

const plain = { type: 'keyDown', control: false, meta: false, alt: false, shift: false };

describe('keys of a window that customers use', () => {
  it.each([
    'r',
    'p',
    'o',
    's',
    'u',
    'w',
    'q',
    'n',
    't',
    '+',
    '-',
    '=',
    '0',
    'f',
    'g',
    'h',
    'j',
    'l',
    'k',
    'd',
    'Tab',
    'F4',
    'F5',
  ])('has no %s with Control or Command, with Shift or without', (key) => {
    for (const shift of [false, true]) {
      expect(isKeptFromKiosk({ ...plain, shift, key, control: true })).toBe(true);
      expect(isKeptFromKiosk({ ...plain, shift, key, meta: true })).toBe(true);
    }
  });

  it.each([
    'F1',
    'F3',
    'F5',
    'F6',
    'F7',
    'F10',
    'F11',
    'F12',
    'F24',
    'ContextMenu',
    'BrowserBack',
    'BrowserHome',
    'LaunchMail',
    'Meta',
  ])('has no %s', (key) => expect(isKeptFromKiosk({ ...plain, key })).toBe(true));

  it.each(['F4', 'ArrowLeft', 'ArrowRight', 'Home', 'Tab', 'Escape', 'Enter'])('has no Alt+%s', (key) =>
    expect(isKeptFromKiosk({ ...plain, key, alt: true })).toBe(true),
  );

  it.each(['I', 'J', 'C', 'Delete', 'N'])('has no Control+Shift+%s', (key) =>
    expect(isKeptFromKiosk({ ...plain, key, control: true, shift: true })).toBe(true),
  );

  it.each([
    'a',
    'Z',
    '1',
    '+',
    '-',
    '@',
    'Tab',
    'Enter',
    'Escape',
    'Backspace',
    'ArrowDown',
    'Home',
    'Shift',
  ])('has %s for typing and walking', (key) => expect(isKeptFromKiosk({ ...plain, key })).toBe(false));

  it('has what is typed with AltGr, and the clipboard', () => {
    expect(isKeptFromKiosk({ ...plain, key: '@', control: true, alt: true })).toBe(false);
    for (const key of ['a', 'c', 'v', 'x', 'z']) {
      expect(isKeptFromKiosk({ ...plain, key, control: true })).toBe(false);
    }
  });
});
