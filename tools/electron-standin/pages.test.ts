import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, type FixtureWindow, SLOW, startFixture } from './start-fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
}, SLOW.timeout);
afterAll(() => fixture?.close(), SLOW.timeout);

declare const window: FixtureWindow;

describe('the preload', SLOW, () => {
  it('has run in a world of its own before the page', async () => {
    expect(await fixture.page.evaluate(() => window.seenAtStart)).toEqual({
      api: 'object',
      secret: 'undefined',
      require: 'undefined',
      process: 'undefined',
    });
    expect(await fixture.page.evaluate(() => document.body.dataset.preload)).toBe('function');
  });

  it('exposes functions, values, promises and errors through the bridge', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const api = window.fixture;
      const { value, date } = await api.later(['x']);
      let thrown: unknown;
      try {
        api.refuse();
      } catch (error) {
        thrown = error;
      }
      return {
        sum: api.add(2, 3),
        later: [value, date instanceof Date, date.getTime()],
        called: api.call((text) => `${text}, heard in the page`),
        thrown: [thrown instanceof RangeError, (thrown as Error).message],
        frozen: Object.isFrozen(api) && Object.isFrozen(api.facts),
        facts: api.facts,
      };
    });
    expect(seen).toEqual({
      sum: 5,
      later: [['x'], true, 0],
      called: 'from the preload, heard in the page',
      thrown: [true, 'too much'],
      frozen: true,
      facts: { platform: process.platform, type: 'renderer', sandboxed: true, list: [1, 2] },
    });
  });

  it('cannot be replaced by the page', async () => {
    const replaced = await fixture.page.evaluate(() => {
      try {
        Object.defineProperty(window, 'fixture', { value: 1 });
        return true;
      } catch {
        return false;
      }
    });
    expect(replaced).toBe(false);
  });
});

describe('messages', SLOW, () => {
  it('clone values both ways', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const sent = {
        date: new Date(5),
        map: new Map([[1, new Set(['a'])]]),
        big: 7n,
        none: undefined,
        bytes: new Uint8Array([1, 255]),
      };
      const [back, zero] = (await window.fixture.invoke('echo', sent, -0)) as [typeof sent, number];
      return [
        back.date.getTime(),
        back.map.get(1)?.has('a'),
        back.big === 7n,
        'none' in back,
        [...back.bytes],
        Object.is(zero, -0),
      ];
    });
    expect(seen).toEqual([5, true, true, true, [1, 255], true]);
  });

  it('refuse what cannot be cloned', async () => {
    const message = await fixture.page
      .evaluate(() =>
        window.fixture
          .invoke('echo', { run: new Map([[1, () => 1]]) })
          .catch((error: Error) => error.message),
      )
      .catch((error: Error) => error.message);
    expect(message).toMatch(/could not be cloned/);
  });

  it("carry errors in Electron's words", async () => {
    const told = (channel: string): Promise<unknown> =>
      fixture.page.evaluate(
        (name) => window.fixture.invoke(name).catch((error: Error) => error.message),
        channel,
      );
    expect(await told('fail')).toBe("Error invoking remote method 'fail': TypeError: out of paper");
    expect(await told('nobody')).toBe(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
  });

  it('name their sender', async () => {
    expect(await fixture.page.evaluate(() => window.fixture.invoke('sender'))).toEqual({
      url: 'app://shop/index.html',
      origin: 'app://shop',
      isMainFrame: true,
      isItsWindow: true,
    });
  });

  it('reach the page from main, until nobody listens any more', async () => {
    await fixture.page.evaluate(() => {
      const heard: unknown[] = [];
      const stop = window.fixture.onMessage('pong', (value) => {
        heard.push(value);
        if (heard.length === 2) stop();
      });
      Object.assign(window, { heard });
      for (const value of [1, 2, 3]) window.fixture.ping(value);
    });
    await fixture.page.waitForFunction(() => Reflect.get(window, 'heard').length === 2);
    await fixture.page.evaluate(() => window.fixture.invoke('echo'));
    expect(await fixture.page.evaluate(() => Reflect.get(window, 'heard') as unknown)).toEqual([1, 2]);
  });

  it('can wait for an answer', async () => {
    expect(await fixture.page.evaluate(() => window.fixture.askSync(41))).toBe(42);
  });

  it('keep their order and their number when there are many', async () => {
    const answers = await fixture.page.evaluate(() =>
      Promise.all(Array.from({ length: 200 }, (_, i) => window.fixture.invoke('echo', i))),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => [i]));
  });

  it('carry a megabyte', async () => {
    const length = await fixture.page.evaluate(async () => {
      const [text] = (await window.fixture.invoke('echo', 'ü'.repeat(1_000_000))) as [string];
      return text.length;
    });
    expect(length).toBe(1_000_000);
  });
});

describe('keys', SLOW, () => {
  it('pass before-input-event, which may keep them from the page', async () => {
    await fixture.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.on('before-input-event', (event, input) => {
        if (input.type === 'keyDown' && input.key.toLowerCase() === 'b') event.preventDefault();
      });
    });
    // The page is told that somebody listens; a round trip is proof that it has heard.
    await fixture.page.evaluate(() => window.fixture.invoke('echo'));
    await fixture.page.locator('#field').pressSequentially('abcab');
    expect(await fixture.page.locator('#field').inputValue()).toBe('aca');
  });
});

describe('a page that answers nothing', SLOW, () => {
  it('is told of, and comes back once it is ended', async () => {
    const events = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (!window) throw new Error('no window');
      process.env.STANDIN_UNRESPONSIVE_MS = '1000';
      const seen: string[] = [];
      const once = (name: 'unresponsive' | 'responsive'): Promise<void> =>
        new Promise((resolve) =>
          window.once(name as 'responsive', () => {
            seen.push(name);
            resolve();
          }),
        );
      const loopFor = (time: number): void => {
        const code = `for (const end = performance.now() + ${time}; performance.now() < end; );`;
        window.webContents.executeJavaScript(code).catch(() => undefined);
      };
      const isBack = once('responsive');
      loopFor(4000);
      await once('unresponsive');
      await isBack;
      loopFor(600_000);
      await once('unresponsive');
      const loaded = new Promise<void>((resolve) =>
        window.webContents.once('did-finish-load', () => resolve()),
      );
      window.webContents.forcefullyCrashRenderer();
      await loaded;
      seen.push(String(await window.webContents.executeJavaScript('document.title')));
      return seen;
    });
    expect(events).toEqual(['unresponsive', 'responsive', 'unresponsive', 'Fixture']);
  });
});
