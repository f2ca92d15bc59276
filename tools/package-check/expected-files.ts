import type { Platform } from './skeleton.ts';

/** What must be in an asar, and what may be. Paths are from the asar's root, with forward slashes. */
export type Expectation = {
  readonly required: readonly string[];
  readonly allowed: readonly RegExp[];
};

/** The one binary that a package carries. */
export function nativeLibrary(platform: Platform, arch: string): string {
  return `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`;
}

/**
 * The exact contents of a package for one system. `built` are the files of `out/` that ship, `data` those of
 * `migrations/` and `resources/`, both as paths from the project's root.
 */
export function expectedFiles(
  platform: Platform,
  arch: string,
  built: readonly string[],
  data: readonly string[],
): Expectation {
  return {
    required: [
      'package.json',
      ...built.filter((path) => !path.endsWith('.map')),
      ...data.filter((path) => !/^resources\/icons\/icon\.(?:icns|ico)$/u.test(path)),
      nativeLibrary(platform, arch),
      'node_modules/better-sqlite3/lib/index.js',
      'node_modules/better-sqlite3/package.json',
    ],
    // The SQLite library alone ships as a package; all else that main needs is bundled into out/main.
    allowed: [/^node_modules\/better-sqlite3\/(?:lib\/(?:methods\/)?[a-z0-9-]+\.js|LICENSE)$/u],
  };
}

const never =
  /(?:^|\/)(?:src|test|tests|tools|bench|docs|\.github|\.cache)\/|\.(?:test|spec)\.|\.tsx?$|\.map$|\.db$|standin/u;

/** What is in a package and should not be, and what should be and is not. */
export function contentFaults(files: readonly string[], expected: Expectation): readonly string[] {
  const required = new Set(expected.required);
  const present = new Set(files);
  const missing = expected.required.filter((path) => !present.has(path)).map((path) => `${path} is missing.`);
  const foreign = files
    .filter((path) => !required.has(path) && !expected.allowed.some((pattern) => pattern.test(path)))
    .map((path) => `${path} must not ship.`);
  const own = files.filter((path) => !path.startsWith('node_modules/') && never.test(path));
  const binaries = files.filter((path) => path.endsWith('.node'));
  return [
    ...missing,
    ...foreign,
    ...own.map((path) => `${path} is source, a test or a tool.`),
    ...(binaries.length === 1 ? [] : [`${binaries.length} binaries ship; one should.`]),
  ];
}
