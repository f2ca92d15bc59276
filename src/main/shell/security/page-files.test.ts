import { describe, expect, it } from 'vitest';
import { pageFiles, pictureIdOf, printTokenOf } from './page-files.ts';

const files = pageFiles(['index.html', 'assets/main-4fa.js', 'assets/main-4fa.css', 'assets/inter.woff2']);

describe('pageFiles', () => {
  it('serves exactly what was built, each with its own type', () => {
    expect([...files.keys()].sort()).toEqual([
      '/',
      '/assets/inter.woff2',
      '/assets/main-4fa.css',
      '/assets/main-4fa.js',
      '/index.html',
    ]);
    expect(files.get('/')).toEqual({ file: 'index.html', contentType: 'text/html; charset=utf-8' });
    expect(files.get('/assets/main-4fa.js')?.contentType).toBe('text/javascript; charset=utf-8');
    expect(files.get('/assets/inter.woff2')?.contentType).toBe('font/woff2');
  });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/..\\package.json',
    '/assets\\main-4fa.js',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/index.html/',
    '/index.html%00.js',
    '/index.html\u0000',
    '/INDEX.HTML',
    '/assets',
    '/assets/',
    '/.git/config',
    '/CON',
    '/index.html::$DATA',
    '',
    'index.html',
    '/__proto__',
    '/constructor',
  ])('does not know %j', (path) => {
    expect(files.get(path)).toBeUndefined();
  });

  it('lists no file of a kind that a window has no use for, nor one with a strange name', () => {
    const names = [
      'main.js.map',
      'notes.txt',
      'run.exe',
      'a b.js',
      '../up.js',
      '.hidden.js',
      'x/../y.js',
      'no-extension',
    ];
    expect([...pageFiles(names).keys()]).toEqual([]);
  });
});

describe('pictures and print documents', () => {
  it.each([
    ['/7', 7],
    ['/123456789012345', 123_456_789_012_345],
    ['/0', null],
    ['/07', null],
    ['/7/', null],
    ['/7.png', null],
    ['/-7', null],
    ['/7e3', null],
    ['/1234567890123456', null],
    ['/../7', null],
    ['/٧', null],
    ['/', null],
  ])('picture %s is %s', (path, id) => {
    expect(pictureIdOf(path)).toBe(id);
  });

  it('knows a token by its form only', () => {
    const token = '0123456789abcdef0123456789abcdef';
    expect(printTokenOf(`/${token}`)).toBe(token);
    for (const path of [`/${token}0`, `/${token.toUpperCase()}`, '/print.css', '/', `/${token}/..`]) {
      expect(printTokenOf(path)).toBeNull();
    }
  });
});
