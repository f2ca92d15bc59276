import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { renderUi } from '../ui/render-ui.tsx';
import { dismissAllToasts, shownToasts } from '../ui/toast-queue.ts';
import { BackAgain } from './back-again.tsx';

afterEach(() => {
  cleanup();
  dismissAllToasts();
  window.history.replaceState(null, '', '/#/');
});

function open(address: string): readonly string[] {
  window.history.replaceState(null, '', address);
  renderUi(<BackAgain />);
  return shownToasts().map(({ message }) => message);
}

describe('a window that came back', () => {
  it('says what became of the one before, and that what was sold is safe', () => {
    expect(open('/?after=crashed#/sell')).toEqual([
      'This window closed by itself and was opened again. Everything sold is safe. What is still in the cart is not sold yet: check its last line.',
    ]);
    expect(window.location.search).toBe('');
    expect(window.location.hash).toBe('#/sell');
  });

  it('says so where it answered nothing', () => {
    expect(open('/?after=frozen')[0]).toMatch(/^This window did not answer any more/u);
  });

  it('says nothing where nothing happened, nor twice', () => {
    expect(open('/#/sell')).toEqual([]);
    expect(open('/?after=constructor')).toEqual([]);
    open('/?after=crashed');
    dismissAllToasts();
    cleanup();
    renderUi(<BackAgain />);
    expect(shownToasts()).toEqual([]);
  });
});
