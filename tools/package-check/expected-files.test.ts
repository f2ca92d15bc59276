import { describe, expect, it } from 'vitest';
import { contentFaults, expectedFiles, nativeLibrary } from './expected-files.ts';

const built = [
  'out/main/index.js',
  'out/main/index.js.map',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const data = ['migrations/0001_initial.sql', 'resources/icons/icon.png', 'resources/icons/icon.ico'];
const expected = expectedFiles('linux', 'x64', built, data);
const sound = [...expected.required, 'node_modules/better-sqlite3/lib/methods/backup.js'];

describe('the contents of a package', () => {
  it('are accepted when they are exact', () => {
    expect(contentFaults(sound, expected)).toEqual([]);
  });

  it.each([
    'src/main/index.ts',
    'out/main/index.js.map',
    'out/.built',
    'out/main/left-over.js',
    'tools/electron-standin/electron',
    'test/support/builders.ts',
    'node_modules/react/index.js',
    'node_modules/better-sqlite3/deps/sqlite3/sqlite3.c',
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    'resources/icons/icon.ico',
    'shop.db',
    '.env',
  ])('may not hold %s', (path) => {
    expect(contentFaults([...sound, path], expected).join('\n')).toContain(path);
  });

  it.each(['migrations/0001_initial.sql', 'out/preload/index.cjs', nativeLibrary('linux', 'x64')])(
    'must hold %s',
    (path) => {
      expect(
        contentFaults(
          sound.filter((file) => file !== path),
          expected,
        ),
      ).toContain(`${path} is missing.`);
    },
  );

  it("hold the target's library and no other", () => {
    const wrong = sound.map((path) => (path.endsWith('.node') ? nativeLibrary('darwin', 'arm64') : path));
    expect(contentFaults(wrong, expected)).toHaveLength(2);
  });
});
