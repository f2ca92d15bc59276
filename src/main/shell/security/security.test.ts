import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { fuses } from '../../../../tools/package-check/flip-fuses.ts';
import { devServerOrigin, isOwnAddress, shopOrigin } from './addresses.ts';
import { picturePolicy, printPolicy, shopPolicy, troublePolicy } from './content-policy.ts';
import { forbiddenSwitch } from './forbidden-switches.ts';
import { mayNavigate, windowOpenAnswer } from './navigation.ts';
import { permissionAnswers } from './permissions.ts';
import { appSchemes } from './protocol-privileges.ts';
import { isAllowedRequest } from './requests.ts';
import { responseHeaders } from './response-headers.ts';
import { webPreferences } from './web-preferences.ts';
import { backgroundOf, boundsOnScreen, printWindowOptions, shopWindowOptions } from './window-options.ts';

const root = join(import.meta.dirname, '../../../..');

/** The table of the reliability text, section 8, written down a second time on purpose. */
const table = {
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    enableDeprecatedPaste: false,
    disableBlinkFeatures: 'Auxclick',
  },
  schemes: [
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ],
  policy: {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    // Pictures are another host of our own scheme.
    'img-src': "'self' app://img blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'worker-src': "'self'",
    'require-trusted-types-for': "'script'",
  },
  switches: [
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'inspect-brk',
    'js-flags',
    'no-sandbox',
    'disable-web-security',
    'load-extension',
    'proxy-server',
    'host-rules',
    'user-data-dir',
  ],
  fuses: {
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  },
} as const;

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('a window', () => {
  it.each([true, false])('has exactly the written preferences (packaged: %s)', (isPackaged) => {
    expect(webPreferences({ isPackaged, preload: '/p.cjs' })).toEqual({
      ...table.webPreferences,
      devTools: !isPackaged,
      preload: '/p.cjs',
    });
  });

  it('opens at 1280 × 800, never below 1024 × 700, hidden, with the page’s own background', () => {
    const options = shopWindowOptions({ isPackaged: true, preload: '/p.cjs', bounds: null, isDark: true });
    expect(options).toMatchObject({ width: 1280, height: 800, minWidth: 1024, minHeight: 700, show: false });
    const tokens = readFileSync(join(root, 'src/renderer/ui/tokens.css'), 'utf8');
    const surfaces = [...tokens.matchAll(/--surface: (#[0-9a-f]{6});/g)].map((match) => match[1]);
    expect(surfaces).toEqual([backgroundOf(false), backgroundOf(true)]);
    expect(options.backgroundColor).toBe(surfaces[1]);
  });

  it('for printing has no preload, no developer tools, and is never seen', () => {
    const { webPreferences: preferences, ...options } = printWindowOptions(302);
    expect(preferences).toEqual({ ...table.webPreferences, devTools: false });
    expect(options).toMatchObject({ width: 302, useContentSize: true, show: false, focusable: false });
  });

  it('comes back where it was only if a screen still shows it', () => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
    const here = { x: 100, y: 50, width: 1400, height: 900 };
    expect(boundsOnScreen(here, screens)).toEqual(here);
    expect(boundsOnScreen({ ...here, width: 10, height: 10 }, screens)).toMatchObject({
      width: 1024,
      height: 700,
    });
    expect(boundsOnScreen({ ...here, x: 5000 }, screens)).toBeNull();
    expect(boundsOnScreen({ ...here, y: -600 }, screens)).toBeNull();
    expect(boundsOnScreen(null, screens)).toBeNull();
  });
});

describe('the protocol', () => {
  it('has exactly the written privileges', () => {
    expect(appSchemes()).toEqual(table.schemes);
  });

  it('sends exactly the written policy, and the page says the same', () => {
    expect(directives(shopPolicy)).toEqual(table.policy);
    const page = readFileSync(join(root, 'src/renderer/index.html'), 'utf8');
    const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
    const { 'frame-ancestors': _onlyInHeaders, ...rest } = table.policy;
    expect(directives(inPage)).toEqual(rest);
  });

  it('lets a page about a shop that cannot be opened load its style sheet and send a form to main alone', () => {
    expect(directives(troublePolicy)).toEqual({
      'default-src': "'none'",
      'style-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-src': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
    });
  });

  it('lets a printed page load its style sheet, the shop’s logo and nothing else', () => {
    expect(directives(printPolicy)).toEqual({
      'default-src': "'none'",
      'style-src': "'self'",
      'img-src': 'app://img',
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-src': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
    });
    expect(directives(picturePolicy)).toEqual({ 'default-src': "'none'", 'frame-ancestors': "'none'" });
  });

  it('says what each answer is and forbids guessing', () => {
    expect(responseHeaders('image/png', picturePolicy, 'immutable')).toEqual({
      'Content-Type': 'image/png',
      'Content-Security-Policy': picturePolicy,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
});

describe('permissions, requests, navigation', () => {
  it('answers every question for a permission with no', () => {
    expect(permissionAnswers).toEqual({ request: false, check: false, device: false });
    expect(windowOpenAnswer).toEqual({ action: 'deny' });
  });

  it.each([
    ['app://shop/index.html', true],
    ['app://img/7', true],
    ['app://print/00ff', true],
    ['blob:app://shop/5b1c', true],
    ['app://elsewhere/', false],
    ['https://example.com/', false],
    ['http://localhost:5173/', false],
    ['ws://localhost:5173/', false],
    ['file:///etc/passwd', false],
    ['data:text/html,hello', false],
    ['blob:https://example.com/1', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['chrome-extension://abc/x.js', false],
    ['not an address', false],
    ['', false],
  ])('request %s: %s', (address, isAllowed) => {
    expect(isAllowedRequest(address, null)).toBe(isAllowed);
  });

  it('lets the dev server and the inspector through while developing only', () => {
    const dev = devServerOrigin('http://localhost:5173');
    expect(dev).toEqual({ protocol: 'http:', host: 'localhost:5173' });
    expect(isAllowedRequest('http://localhost:5173/main.tsx', dev)).toBe(true);
    expect(isAllowedRequest('ws://localhost:5173/', dev)).toBe(true);
    expect(isAllowedRequest('devtools://devtools/x.js', dev)).toBe(true);
    expect(isAllowedRequest('http://localhost:9999/', dev)).toBe(false);
    expect(isAllowedRequest('https://example.com/', dev)).toBe(false);
  });

  it.each([
    'https://example.com',
    'http://example.com:5173',
    'http://localhost.evil.com',
    'file:///x',
    '',
    undefined,
  ])('takes %s for no dev server', (address) => {
    expect(devServerOrigin(address)).toBeNull();
  });

  const page = 'app://shop/index.html';
  it.each([
    [page, true],
    [`${page}#/orders`, true],
    [`${page}?x=1`, false],
    ['app://shop/trouble.html', false],
    ['app://img/1', false],
    ['app://shop.evil/index.html', false],
    ['app://shop@evil/index.html', false],
    ['https://shop/index.html', false],
    ['file:///shop/index.html', false],
    ['javascript:alert(1)', false],
    ['about:blank', false],
  ])('navigation to %s: %s', (to, may) => {
    expect(mayNavigate(page, to, shopOrigin)).toBe(may);
  });

  it('compares protocol and host, where comparing origins would compare null with null', () => {
    expect(new URL('app://shop/').origin).toBe(new URL('app://evil/').origin);
    expect(isOwnAddress('app://shop/index.html', shopOrigin)).toBe(true);
    expect(isOwnAddress('app://evil/index.html', shopOrigin)).toBe(false);
    expect(isOwnAddress('app://shop:1/index.html', shopOrigin)).toBe(false);
    expect(isOwnAddress('', shopOrigin)).toBe(false);
  });
});

describe('a packaged application', () => {
  it.each(table.switches)('does not start with --%s', (name) => {
    expect(forbiddenSwitch((asked) => asked === name)).toBe(name);
  });

  it('starts without them', () => {
    expect(forbiddenSwitch(() => false)).toBeNull();
    expect(forbiddenSwitch((name) => name === 'lang')).toBeNull();
  });

  it('has exactly the written fuses, and every one of them is decided', () => {
    const named = Object.entries(fuses).map(([option, state]) => [FuseV1Options[Number(option)], state]);
    expect(Object.fromEntries(named)).toEqual(table.fuses);
    const hook = readFileSync(join(root, 'tools/package-check/flip-fuses.ts'), 'utf8');
    expect(hook).toContain('strictlyRequireAllFuses: true');
    const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    expect(builder).toContain('afterPack: tools/package-check/flip-fuses.ts');
  });
});
