import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WindowEnd } from '../../shared/contract/window-end.ts';
import { addressAfter, bringWindowBack } from './bring-window-back.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A window that dies when it is told to, as Electron's does. */
function openWindow() {
  const contents = new EventEmitter();
  const window = new EventEmitter();
  const loads: WindowEnd[] = [];
  const die = (reason: string): void =>
    void contents.emit('render-process-gone', {}, { reason, exitCode: 9 });
  let isDestroyed = false;
  Object.assign(contents, { forcefullyCrashRenderer: () => die('crashed') });
  Object.assign(window, { webContents: contents, isDestroyed: () => isDestroyed });
  let now = 0;
  bringWindowBack({
    window: window as never,
    clock: () => now,
    log: { info: () => undefined, error: () => undefined },
    load: (end) => loads.push(end),
  });
  return {
    ...{ window, loads, die },
    destroy: () => {
      isDestroyed = true;
    },
    wait(time: number) {
      now += time;
      vi.advanceTimersByTime(time);
    },
  };
}

describe('a window whose process dies', () => {
  it('is loaded again at once, and after a pause where it keeps dying', () => {
    const { die, wait, loads } = openWindow();
    for (let death = 1; death <= 3; death += 1) {
      die('crashed');
      wait(1);
      expect(loads).toHaveLength(death);
    }
    die('oom');
    wait(4999);
    expect(loads).toHaveLength(3);
    wait(1);
    expect(loads).toEqual(['crashed', 'crashed', 'crashed', 'crashed']);
  });

  it('stays closed where it was closed', () => {
    const { die, destroy, wait, loads } = openWindow();
    die('clean-exit');
    wait(10_000);
    destroy();
    die('crashed');
    wait(10_000);
    expect(loads).toEqual([]);
  });
});

describe('a window that answers nothing', () => {
  it('is ended and loaded again', () => {
    const { window, wait, loads, die } = openWindow();
    window.emit('unresponsive');
    wait(2999);
    expect(loads).toEqual([]);
    wait(1);
    wait(1);
    expect(loads).toEqual(['frozen']);
    // The next death is one of another kind.
    die('crashed');
    wait(1);
    expect(loads).toEqual(['frozen', 'crashed']);
  });

  it('is left alone where it answers again', () => {
    const { window, wait, loads } = openWindow();
    window.emit('unresponsive');
    wait(2000);
    window.emit('responsive');
    wait(60_000);
    expect(loads).toEqual([]);
  });

  it('is not ended once it was closed', () => {
    const { window, destroy, wait, loads } = openWindow();
    window.emit('unresponsive');
    destroy();
    wait(60_000);
    expect(loads).toEqual([]);
  });
});

describe('the address of the page that comes next', () => {
  it('says how the one before ended, but where main says what is wrong', () => {
    expect(addressAfter('app://shop/index.html', 'frozen')).toBe('app://shop/index.html?after=frozen');
    const trouble = 'app://shop/trouble.html?problem=damaged';
    expect(addressAfter(trouble, 'crashed')).toBe(trouble);
  });
});
