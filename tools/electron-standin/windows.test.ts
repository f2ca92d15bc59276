import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, SLOW, startFixture } from './start-fixture.ts';

let fixture: Fixture;
const prints = mkdtempSync(join(tmpdir(), 'standin-prints-'));

beforeAll(async () => {
  fixture = await startFixture({ STANDIN_PRINT_FOLDER: prints, STANDIN_PRINTERS: 'Receipts, Office' });
}, SLOW.timeout);
afterAll(async () => {
  await fixture?.close();
  rmSync(prints, { recursive: true, force: true });
}, SLOW.timeout);

const inner = (): Promise<readonly number[]> => fixture.page.evaluate(() => [innerWidth, innerHeight]);

describe('a window', SLOW, () => {
  it('has the size it was given, and the one it is given later', async () => {
    expect(await inner()).toEqual([900, 700]);
    await fixture.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1024, height: 640 }),
    );
    await expect.poll(inner, { timeout: 30_000 }).toEqual([1024, 640]);
  });

  it('tells what happens to it', async () => {
    const events = async (): Promise<readonly string[]> => (await fixture.log()).events;
    expect((await events()).slice(0, 3)).toEqual(['ready-to-show', 'show', 'focus']);
    const states = await fixture.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      if (!window) throw new Error('no window');
      window.maximize();
      const large = [window.isMaximized(), window.getSize()[0]];
      window.unmaximize();
      return [...large, window.isMaximized(), window.getSize()[0], window.isVisible(), window.isFocused()];
    });
    expect(states).toEqual([true, 1920, false, 1024, true, true]);
    await expect
      .poll(events, { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['maximize', 'unmaximize', 'resize']));
    await expect.poll(inner, { timeout: 30_000 }).toEqual([1024, 640]);
  });

  it('sees a size that a person gives it', async () => {
    await fixture.page.setViewportSize({ width: 800, height: 500 });
    const size = (): Promise<unknown> =>
      fixture.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
    await expect.poll(size, { timeout: 30_000 }).toEqual([800, 500]);
  });

  it('stays when the application keeps it, and goes when it does not', async () => {
    const seen = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, width: 300, height: 200 });
      await window.loadURL('app://print/3');
      const order: string[] = [];
      window.once('close', (event) => {
        order.push('kept');
        event.preventDefault();
      });
      window.close();
      order.push(String(window.isDestroyed()));
      window.on('close', () => order.push('close'));
      const closed = new Promise<void>((resolve) => window.once('closed', () => resolve()));
      window.close();
      await closed;
      return [...order, window.isDestroyed(), BrowserWindow.getAllWindows().length];
    });
    expect(seen).toEqual(['kept', 'false', 'close', true, 1]);
  });

  it('refuses to be weakened', async () => {
    const refusals = await fixture.app.evaluate(({ BrowserWindow }) =>
      [
        { sandbox: false },
        { contextIsolation: false },
        { nodeIntegration: true },
        { webSecurity: false },
      ].map((webPreferences) => {
        try {
          new BrowserWindow({ webPreferences });
          return 'made';
        } catch (error) {
          return (error as Error).message;
        }
      }),
    );
    for (const refusal of refusals) expect(refusal).toMatch(/must stay at its safe setting/);
  });

  it('zooms as a person sees it', async () => {
    await fixture.page.setViewportSize({ width: 800, height: 600 });
    const zoom = (factor: number): Promise<unknown> =>
      fixture.app.evaluate(
        ({ BrowserWindow }, value) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(value),
        factor,
      );
    await zoom(2);
    await expect.poll(() => fixture.page.evaluate(() => devicePixelRatio), { timeout: 30_000 }).toBe(2);
    await zoom(1);
    await expect.poll(() => fixture.page.evaluate(() => devicePixelRatio), { timeout: 30_000 }).toBe(1);
  });
});

describe('colours', SLOW, () => {
  it('follow the theme that main chooses', async () => {
    const background = (): Promise<string> =>
      fixture.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const choose = (source: 'system' | 'light' | 'dark'): Promise<unknown> =>
      fixture.app.evaluate(({ nativeTheme }, value) => {
        nativeTheme.themeSource = value;
        return nativeTheme.shouldUseDarkColors;
      }, source);
    expect(await choose('dark')).toBe(true);
    await expect.poll(background, { timeout: 30_000 }).toBe('rgb(0, 0, 0)');
    expect(await choose('light')).toBe(false);
    await expect.poll(background, { timeout: 30_000 }).toBe('rgb(255, 255, 255)');
    await choose('system');
  });

  it('hold for windows that come later', async () => {
    const dark = await fixture.app.evaluate(async ({ BrowserWindow, nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
      const window = new BrowserWindow({ show: false });
      await window.loadURL('app://print/4');
      const code = `matchMedia('(prefers-color-scheme: dark)').matches`;
      const until = performance.now() + 20_000;
      let matches: unknown = false;
      while (matches !== true && performance.now() < until)
        matches = await window.webContents.executeJavaScript(code);
      window.destroy();
      nativeTheme.themeSource = 'system';
      return matches;
    });
    expect(dark).toBe(true);
  });
});

describe('paper', SLOW, () => {
  const print = (options: Electron.WebContentsPrintOptions, failure = ''): Promise<unknown> =>
    fixture.app.evaluate(
      async ({ BrowserWindow }, [wanted, reason]) => {
        if (reason) process.env.STANDIN_PRINT_FAILURE = reason;
        else delete process.env.STANDIN_PRINT_FAILURE;
        const window = new BrowserWindow({ show: false });
        await window.loadURL('app://print/42');
        const answer = await new Promise((resolve) =>
          window.webContents.print(wanted, (success, why) => resolve([success, why])),
        );
        window.destroy();
        return answer;
      },
      [options, failure] as const,
    );

  it('becomes a PDF', async () => {
    const pdf = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('app://print/42');
      const bytes = await window.webContents.printToPDF({
        pageSize: { width: 3, height: 5 },
        printBackground: true,
      });
      window.destroy();
      return bytes.toString('latin1');
    });
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    // 3 by 5 inches in points.
    expect(pdf).toMatch(/\/MediaBox \[0 0 216 360\]/);
  });

  it('comes out of the printer that is named', async () => {
    const names = await fixture.app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.getPrintersAsync())?.map(
        (printer) => printer.name,
      ),
    );
    expect(names).toEqual(['Receipts', 'Office']);
    const options = { silent: true, deviceName: 'Receipts', pageSize: { width: 80_000, height: 200_000 } };
    expect(await print(options)).toEqual([true, '']);
    expect(readdirSync(prints).toSorted()).toEqual(['print-001.json', 'print-001.pdf']);
    expect(JSON.parse(readFileSync(join(prints, 'print-001.json'), 'utf8'))).toEqual({
      url: 'app://print/42',
      options,
    });
    expect(readFileSync(join(prints, 'print-001.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('does not come out where the printer is missing or fails', async () => {
    expect(await print({ deviceName: 'Kitchen' })).toEqual([false, 'Invalid deviceName provided']);
    expect(await print({}, 'Print job failed')).toEqual([false, 'Print job failed']);
    expect(readdirSync(prints)).toHaveLength(2);
  });

  it('can be photographed', async () => {
    const seen = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ width: 640, height: 480 });
      await window.loadURL('app://print/42');
      const picture = await window.capturePage();
      const part = await window.webContents.capturePage({ x: 0, y: 0, width: 50, height: 40 });
      window.destroy();
      return [
        picture.getSize(),
        part.getSize(),
        picture.isEmpty(),
        picture.toPNG().subarray(1, 4).toString(),
      ];
    });
    expect(seen).toEqual([{ width: 640, height: 480 }, { width: 50, height: 40 }, false, 'PNG']);
  });
});

describe('the desktop', SLOW, () => {
  it('answers no dialog by itself, and as a test wants it to', async () => {
    const seen = await fixture.app.evaluate(async ({ dialog }) => {
      const boxes = { message: 'Throw away?', buttons: ['Throw away', 'Cancel'] };
      const before = [
        await dialog.showOpenDialog({}),
        await dialog.showSaveDialog({}),
        await dialog.showMessageBox(boxes),
      ];
      dialog.showErrorBox('Trouble', 'The disk is full');
      const original = dialog.showSaveDialog;
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: '/tmp/prices.csv' });
      const after = await dialog.showSaveDialog({});
      dialog.showSaveDialog = original;
      return [...before, after];
    });
    expect(seen).toEqual([
      { canceled: true, filePaths: [] },
      { canceled: true, filePath: '' },
      { response: 1, checkboxChecked: false },
      { canceled: false, filePath: '/tmp/prices.csv' },
    ]);
    await expect.poll(fixture.output, { timeout: 30_000 }).toContain('error box: Trouble — The disk is full');
  });

  it('has menus that can be chosen from', async () => {
    const clicked = await fixture.app.evaluate(({ Menu }) => {
      const chosen: string[] = [];
      const submenu = [
        { id: 'lock', label: 'Lock', click: () => chosen.push('lock') },
        {
          id: 'sound',
          label: 'Sound',
          type: 'checkbox' as const,
          click: (item: { checked: boolean }) => chosen.push(`sound ${item.checked}`),
        },
        { id: 'off', label: 'Off', enabled: false, click: () => chosen.push('off') },
      ];
      Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'Till', submenu }]));
      for (const id of ['lock', 'sound', 'off']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
      return chosen;
    });
    expect(clicked).toEqual(['lock', 'sound true']);
  });

  it('keeps secrets readable for itself only, and says how little that is', async () => {
    const seen = await fixture.app.evaluate(async ({ safeStorage }) => {
      const bytes = await safeStorage.encryptStringAsync('1234 ü');
      const { result } = await safeStorage.decryptStringAsync(bytes);
      const damaged = Buffer.from(bytes);
      damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
      const refused = await safeStorage.decryptStringAsync(damaged).catch((error: Error) => error.message);
      return [bytes.toString().includes('1234'), result, refused, safeStorage.getSelectedStorageBackend()];
    });
    expect(seen).toEqual([false, '1234 ü', expect.stringContaining('Error while decrypting'), 'basic_text']);
  });

  it('tells of sleep when a test says so', async () => {
    const heard = await fixture.app.evaluate(({ powerMonitor }) => {
      const names: string[] = [];
      powerMonitor.on('suspend', () => names.push('suspend'));
      powerMonitor.on('resume', () => names.push('resume'));
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
      return names;
    });
    expect(heard).toEqual(['suspend', 'resume']);
  });
});
