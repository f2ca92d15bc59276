import { describe, expect, it } from 'vitest';
import { type BuiltFile, builtFaults } from './built-files.ts';

const policy = `const csp = "default-src 'none'; script-src 'self'";`;
const sound: readonly BuiltFile[] = [
  {
    path: 'main/index.js',
    text: `import { app } from "electron"; import "./chunks/a.js"; import "better-sqlite3"; ${policy}`,
  },
  {
    path: 'main/chunks/a.js',
    text: '/* not nodeIntegration: true */ import { join } from "node:path"; import fs from "fs"; join();',
  },
  { path: 'preload/index.cjs', text: 'let electron = require("electron");' },
  { path: 'renderer/index.html', text: '<html><script type="module" src="./a.js"></script></html>' },
  { path: 'renderer/kiosk.html', text: '<html><script type="module" src="./a.js"></script></html>' },
  { path: 'renderer/a.js', text: 'a();' },
];

/** Messages about the sound build with one file changed or added. */
function faults(path: string, text: string): string {
  const files = [...sound.filter((file) => file.path !== path), { path, text }];
  return builtFaults(files, ['better-sqlite3'])
    .map(({ message }) => message)
    .join('\n');
}

describe('the built application', () => {
  it('is accepted when it is sound', () => {
    expect(builtFaults(sound, ['better-sqlite3'])).toEqual([]);
  });

  it.each([
    ['main/index.js', `import "kysely"; ${policy}`, /asks for kysely/u],
    ['main/index.js', `const a = require("zod"); ${policy}`, /asks for zod/u],
    ['main/index.js', `await import("react"); ${policy}`, /asks for react/u],
    ['preload/index.cjs', 'require("electron"); require("node:fs");', /asks for node:fs/u],
    ['preload/chunk.cjs', 'a();', /index\.cjs alone/u],
    ['main/index.js', 'a();', /no content policy/u],
    ['main/index.js', `const csp = "default-src 'self' 'unsafe-inline'";`, /policy is open/u],
    ['main/index.js', `const csp = "default-src https://example.com";`, /policy is open/u],
    ['main/index.js', `${policy} /* sandbox: true */ const a = { sandbox: !1 };`, /sandbox: false/u],
    ['main/index.js', `${policy} const a = { sandbox: false };`, /weakens/u],
    ['main/index.js', `${policy} const a = { contextIsolation: !1 };`, /weakens/u],
    ['main/index.js', `${policy} const a = { nodeIntegrationInWorker: true };`, /weakens/u],
    ['main/index.js', `${policy} const a = "tools/electron-standin";`, /stand-in/u],
    ['renderer/index.html', '<script>a()</script>', /inline script/u],
    ['renderer/index.html', '<body onload="a()">', /event handler/u],
    ['renderer/index.html', '<style>a {}</style>', /inline style/u],
    ['renderer/index.html', '<link href="https://example.com/a.css">', /elsewhere/u],
    ['renderer/a.js', '//# sourceMappingURL=a.js.map', /source map/u],
  ])('is refused when %s says %s', (path, text, message) => {
    expect(faults(path, text)).toMatch(message);
  });

  it('is refused when a part is missing', () => {
    expect(builtFaults([], []).map(({ path }) => path)).toContain('renderer/index.html');
  });
});
