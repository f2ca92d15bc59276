import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from './app-protocol.ts';

let folder: string;
let answer: (request: Request) => Promise<Response>;
const token = '0123456789abcdef0123456789abcdef';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderlla-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'assets', 'main-1.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'main-1.js.map'), '{}');
  if (process.platform !== 'win32') symlinkSync('/etc/hostname', join(folder, 'assets', 'link.js'));
  answer = createAppProtocol({
    pages: folder,
    picture: (id) => (id === 7 ? { mime: 'image/webp', bytes: Buffer.from([1, 2, 3]) } : null),
    printPage: (asked) => (asked === token ? '<!doctype html>receipt' : null),
    printPicture: (asked) => (asked === token ? Buffer.from([4, 5]) : null),
    troublePage: async () => '<!doctype html>trouble',
    resource: (path) => Buffer.from(`/* ${path} */`),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string, method = 'GET') => answer(new Request(url, { method }));

describe('createAppProtocol', () => {
  it.each([
    ['app://shop/', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['app://shop/index.html?x#y', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['app://shop/assets/main-1.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['app://shop/trouble.html?problem=missing', 'text/html; charset=utf-8', '<!doctype html>trouble'],
    ['app://shop/trouble.css', 'text/css; charset=utf-8', '/* pages/trouble.css */'],
    [`app://print/${token}`, 'text/html; charset=utf-8', '<!doctype html>receipt'],
    ['app://print/print.css', 'text/css; charset=utf-8', '/* pages/print.css */'],
  ])('answers %s', async (url, contentType, body) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(contentType);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(await response.text()).toBe(body);
  });

  it('serves pictures with the type of their row, for good', async () => {
    const response = await get('app://img/7');
    expect(response.headers.get('Content-Type')).toBe('image/webp');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('serves the picture of a page on its way to paper, and keeps it nowhere', async () => {
    const response = await get(`app://img/${token}`);
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([4, 5]));
    expect((await get(`app://img/${token.replace(/./u, 'f')}`)).status).toBe(404);
  });

  it.each([
    'app://shop/assets/main-1.js.map',
    'app://shop/assets/link.js',
    'app://shop/favicon.ico',
    'app://shop/../package.json',
    'app://shop/..%2fpackage.json',
    'app://shop/assets/..%5c..%5cpackage.json',
    'app://shop/pages/print.css',
    'app://img/8',
    'app://img/7.webp',
    'app://img/..%2f7',
    'app://print/',
    'app://print/ffffffffffffffffffffffffffffffff',
    'app://elsewhere/index.html',
    'app://shop:80/index.html',
  ])('answers nothing for %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('answers questions only', async () => {
    expect((await get('app://shop/index.html', 'POST')).status).toBe(404);
  });
});
