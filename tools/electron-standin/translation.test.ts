import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { chromiumArguments } from './browser/chromium-arguments.ts';
import { findBrowser } from './browser/find-browser.ts';
import { mapScheme, toAppUrl, toBrowserPolicy, toBrowserUrl } from './browser/scheme-map.ts';
import { parseCommandLine } from './command-line.ts';
import { absent, emitting, guarded } from './guard.ts';
import { patternToExpression } from './main/web-request.ts';

mapScheme('app');

describe('addresses', () => {
  it.each([
    ['app://shop/index.html', 'https://shop.app.standin.invalid/index.html'],
    ['app://shop', 'https://shop.app.standin.invalid/'],
    ['app://img/7?size=2#top', 'https://img.app.standin.invalid/7?size=2#top'],
  ])('sends %s as %s and back', (own, mapped) => {
    expect(toBrowserUrl(own)).toBe(mapped);
    expect(toAppUrl(mapped)).toBe(own === 'app://shop' ? 'app://shop/' : own);
  });

  it('leaves other addresses alone', () => {
    for (const url of ['https://elsewhere.example/', 'about:blank', 'blob:null/1', 'file:///tmp/x']) {
      expect(toBrowserUrl(url)).toBe(url);
      expect(toAppUrl(url)).toBe(url);
    }
  });

  it('maps addresses inside a text', () => {
    expect(toAppUrl('at run (https://shop.app.standin.invalid/a.js:1:2)')).toBe(
      'at run (app://shop/a.js:1:2)',
    );
  });

  it('translates the sources of a policy', () => {
    expect(toBrowserPolicy("default-src 'none'; img-src 'self' app://img blob:")).toBe(
      "default-src 'none'; img-src 'self' app: https://img.app.standin.invalid blob:",
    );
    expect(toBrowserPolicy('img-src app:; font-src app:')).toBe(
      'img-src app: https://*.app.standin.invalid; font-src app: https://*.app.standin.invalid',
    );
  });

  it.each([
    ['<all_urls>', 'https://a.example/', true],
    ['https://*.example/*', 'https://a.example/x', true],
    ['https://*.example/*', 'http://a.example/x', false],
    ['*://a.example/*', 'http://a.example/x', true],
  ])('matches %s with %s: %s', (pattern, url, matches) => {
    expect(patternToExpression(pattern).test(url)).toBe(matches);
  });
});

describe('the command line', () => {
  it("reads Electron's, as Playwright writes it", () => {
    const words = [
      '-r',
      '/loader.js',
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '.',
      '--profile=/p q',
    ];
    const line = parseCommandLine(words);
    expect(line.requires).toEqual(['/loader.js']);
    expect(line.application).toBe('.');
    expect([...line.switches]).toEqual([
      ['no-sandbox', ''],
      ['inspect', '0'],
      ['remote-debugging-port', '0'],
      ['profile', '/p q'],
    ]);
  });

  it("adds the application's switches to Chromium's", () => {
    const asked = new Map([
      ['disable-features', 'LensOverlay'],
      ['force-color-profile', 'generic'],
    ]);
    const all = chromiumArguments({
      profile: '/p',
      headless: true,
      locale: 'de',
      debuggingPort: null,
      switches: asked,
    });
    expect(all.filter((word) => word.startsWith('--disable-features='))).toEqual([
      expect.stringMatching(/Translate.*,LensOverlay$/),
    ]);
    expect(all).toContain('--force-color-profile=generic');
    expect(all).toContain('--remote-debugging-pipe');
    expect(all.some((word) => word.startsWith('--remote-debugging-port'))).toBe(false);
  });

  it('believes CHROMIUM_PATH before anything else', () => {
    const before = process.env.CHROMIUM_PATH;
    try {
      process.env.CHROMIUM_PATH = process.execPath;
      expect(findBrowser(true)).toBe(process.execPath);
      process.env.CHROMIUM_PATH = '/nowhere/chromium';
      expect(findBrowser(true)).toBeNull();
    } finally {
      if (before === undefined) delete process.env.CHROMIUM_PATH;
      else process.env.CHROMIUM_PATH = before;
    }
  });
});

describe('what is missing', () => {
  it('names itself instead of being undefined', async () => {
    const module = guarded('dialog', { show: () => 1 }) as { show: () => number; hide?: () => void };
    expect(module.show()).toBe(1);
    expect(() => module.hide).toThrow('electron stand-in: dialog.hide is not implemented');
    // A module may be awaited and printed like any object.
    expect(await Promise.resolve(module)).toBe(module);
    expect(JSON.stringify(module)).toBe('{}');
  });

  it('leaves emitters whole', () => {
    const module = emitting('app', { ready: false });
    const heard: unknown[] = [];
    module.on('ready', (value) => heard.push(value));
    module.emit('ready', 1);
    expect(heard).toEqual([1]);
    expect(module).toBeInstanceOf(EventEmitter);
    expect(() => Reflect.get(module, 'dock')).toThrow('app.dock is not implemented');
  });

  it('refuses whole modules when they are used', () => {
    const Tray = absent('Tray') as new () => unknown;
    expect(() => new Tray()).toThrow('electron stand-in: Tray is not implemented');
  });
});
