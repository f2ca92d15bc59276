import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, SLOW, startFixture } from './start-fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await startFixture();
}, SLOW.timeout);
afterAll(() => fixture?.close(), SLOW.timeout);

/** Waits until main has seen an event. */
async function saw(event: string): Promise<void> {
  await expect.poll(async () => (await fixture.log()).events, { timeout: 30_000 }).toContain(event);
}

describe('addresses of the application', SLOW, () => {
  it('serve the page, its pictures from another host, and workers', async () => {
    const { page } = fixture;
    expect(
      await page.evaluate(() => Reflect.get(document.querySelector('#picture') as object, 'naturalWidth')),
    ).toBe(24);
    const answer = page.evaluate(
      () =>
        new Promise((resolve) => {
          const worker = new Worker('worker.js');
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage('go');
        }),
    );
    expect(await answer).toBe('got from a worker');
  });

  it("are what main sees as the window's own", async () => {
    const seen = await fixture.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return [contents?.getURL(), contents?.getTitle(), contents?.mainFrame.origin];
    });
    expect(seen).toEqual(['app://shop/index.html', 'Fixture', 'app://shop']);
  });

  it('answer 404 where the handler says so', async () => {
    expect(await fixture.page.evaluate(async () => (await fetch('nothing.txt')).status)).toBe(404);
  });

  it('can be fetched by main too', async () => {
    const text = await fixture.app.evaluate(async ({ net }) => (await net.fetch('app://print/9')).text());
    expect(text).toContain('Receipt 9');
  });

  it('reject when they cannot be loaded', async () => {
    const error = await fixture.app.evaluate(async ({ BrowserWindow, session }) => {
      const window = new BrowserWindow({ show: false });
      const failed: unknown[] = [];
      window.webContents.on('did-fail-load', (_event, code, name) => failed.push(code, name));
      const caught: unknown = await window
        .loadURL('https://elsewhere.example/')
        .catch((reason: unknown) => reason);
      window.destroy();
      return {
        message: (caught as Error).message,
        code: Reflect.get(caught as object, 'code') as string,
        failed,
        session: session.defaultSession !== undefined,
      };
    });
    expect(error).toEqual({
      message: "ERR_BLOCKED_BY_CLIENT (-20) loading 'https://elsewhere.example/'",
      code: 'ERR_BLOCKED_BY_CLIENT',
      failed: [-20, 'ERR_BLOCKED_BY_CLIENT'],
      session: true,
    });
  });
});

describe('requests', SLOW, () => {
  it('are seen before they leave and can be refused', async () => {
    const outcome = await fixture.page.evaluate(() =>
      fetch('https://elsewhere.example/steal').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(outcome).toBe('refused');
    // The policy of the page stops that one already; a plain picture of an unruled page does not ask it.
    const seen = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('app://print/1');
      const failed = await window.webContents.executeJavaScript(`new Promise((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve('loaded');
        picture.onerror = () => resolve('refused');
        picture.src = 'https://elsewhere.example/pixel.png';
      })`);
      window.destroy();
      return failed as string;
    });
    expect(seen).toBe('refused');
    const { requests } = await fixture.log();
    expect(requests).toContain('image https://elsewhere.example/pixel.png');
    expect(requests).toContain('mainFrame app://shop/index.html');
    expect(requests.filter((request) => request.includes('standin'))).toEqual([]);
  });
});

describe('rules of navigation', SLOW, () => {
  it('keep the page where it is', async () => {
    await fixture.page.locator('#away').click();
    await saw('will-navigate https://elsewhere.example/away');
    expect(fixture.page.url()).toContain('index.html');
    expect(await fixture.page.getByRole('heading').textContent()).toBe('Fixture');
  });

  it('let it follow its own links, and a script that spells the scheme', async () => {
    await fixture.page.locator('#second').click();
    await fixture.page.getByRole('heading', { name: 'Second' }).waitFor();
    await saw('will-navigate app://shop/second.html');
    await fixture.page.evaluate(() => {
      location.href = 'app://shop/index.html';
    });
    await fixture.page.getByRole('heading', { name: 'Fixture' }).waitFor();
    await saw('will-navigate app://shop/index.html');
  });

  it('ask about a link that spells the scheme too', async () => {
    await fixture.page.locator('#second').click();
    await fixture.page.getByRole('heading', { name: 'Second' }).waitFor();
    const before = (await fixture.log()).events.length;
    await fixture.page.getByRole('link', { name: 'Back' }).click();
    await fixture.page.getByRole('heading', { name: 'Fixture' }).waitFor();
    expect((await fixture.log()).events.slice(before)).toEqual(['will-navigate app://shop/index.html']);
  });

  it('do not ask about what main itself loads or reloads', async () => {
    const before = (await fixture.log()).events.length;
    await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      const loaded = new Promise<void>((resolve) =>
        window?.webContents.once('did-finish-load', () => resolve()),
      );
      window?.reload();
      await loaded;
      await window?.loadURL('app://shop/index.html');
    });
    const { events } = await fixture.log();
    expect(events.slice(before).filter((event) => event.startsWith('will-navigate'))).toEqual([]);
  });

  it('deny new windows', async () => {
    await fixture.page.locator('#new').click();
    await saw('open https://elsewhere.example/new');
    const opened = await fixture.page.evaluate(() => {
      return window.open('https://elsewhere.example/popup');
    });
    expect(opened).toBeNull();
    await saw('open https://elsewhere.example/popup');
    await expect.poll(() => fixture.app.windows().length, { timeout: 30_000 }).toBe(1);
    expect((await fixture.log()).requests.filter((request) => /new|popup/.test(request))).toEqual([]);
  });

  it('allow the one that they allow', async () => {
    const opened = fixture.app.waitForEvent('window');
    await fixture.page.evaluate(() => {
      window.open('allowed.html');
    });
    const popup = await opened;
    await popup.getByRole('heading', { name: 'Second' }).waitFor();
    const count = (): Promise<number> =>
      fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(await count()).toBe(2);
    await popup.close();
    await expect.poll(count, { timeout: 30_000 }).toBe(1);
  });

  it('deny them too where the page cannot ask first', async () => {
    const titles = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      // A policy without `connect-src`.
      await window.loadURL('app://print/strict');
      const code = `window.open('https://elsewhere.example/strict'); document.title`;
      const title = (await window.webContents.executeJavaScript(code, true)) as string;
      window.destroy();
      return [title];
    });
    expect(titles).toEqual(['Receipt']);
    await saw('open https://elsewhere.example/strict');
    await expect.poll(() => fixture.app.windows().length, { timeout: 30_000 }).toBe(1);
    expect(
      (await fixture.log()).requests.filter((request) => request.includes('elsewhere.example/strict')),
    ).toEqual([]);
  });
});

describe('permissions', SLOW, () => {
  const locate = (): Promise<unknown> =>
    fixture.page.evaluate(
      () =>
        new Promise((resolve) => {
          const denied = 1;
          const answer = ({ code }: { readonly code: number }): void =>
            resolve(code === denied ? 'denied' : 'granted');
          navigator.geolocation.getCurrentPosition(() => resolve('granted'), answer, { timeout: 3_000 });
        }),
    );

  it('are what the handler says', async () => {
    expect(await locate()).toBe('denied');
    await saw('permission geolocation');
    await fixture.app.evaluate(() => Reflect.get(globalThis, 'fixture').events.push('allow geolocation'));
    expect(await locate()).toBe('granted');
  });

  it('are denied when they are only checked', async () => {
    const state = await fixture.page.evaluate(
      async () => (await navigator.permissions.query({ name: 'notifications' })).state,
    );
    expect(state).toBe('denied');
  });

  it('keep the screen from being filled', async () => {
    const error = await fixture.page.evaluate(() =>
      document.body.requestFullscreen().then(
        () => 'filled',
        (reason: Error) => reason.name,
      ),
    );
    expect(error).toBe('NotAllowedError');
    await saw('permission fullscreen');
  });
});

describe('downloads', SLOW, () => {
  it('are told of and never happen', async () => {
    await fixture.app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (_event, item) =>
        Reflect.get(globalThis, 'fixture').events.push(`download ${item.getFilename()}`),
      );
    });
    await fixture.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'prices.csv';
      link.click();
    });
    await saw('download prices.csv');
  });
});

describe('a page that crashes', SLOW, () => {
  it('is told of, and comes back with its preload', async () => {
    const title = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (!window) throw new Error('no window');
      const back = new Promise<void>((resolve) =>
        window.webContents.once('did-finish-load', () => resolve()),
      );
      window.webContents.forcefullyCrashRenderer();
      await back;
      const code = 'fixture.invoke("echo", document.title)';
      return (await window.webContents.executeJavaScript(code)) as string[];
    });
    expect(title).toEqual(['Fixture']);
    expect((await fixture.log()).events).toContain('gone crashed');
  });
});
