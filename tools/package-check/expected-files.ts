import type { Platform } from './skeleton.ts';

/** Packages that ship as packages. All else that main needs is bundled into out/main; a new one here is a decision. */
export const shippedPackages: readonly string[] = [
  'ajv',
  'ajv-formats',
  'atomically',
  'better-sqlite3',
  'conf',
  'debounce-fn',
  'dot-prop',
  'electron-store',
  'env-paths',
  'fast-deep-equal',
  'fast-uri',
  'is-safe-filename',
  'json-schema-traverse',
  'json-schema-typed',
  'mimic-function',
  'require-from-string',
  'semver',
  'stubborn-fs',
  'stubborn-utils',
  'tagged-tag',
  'type-fest',
  'uint8array-extras',
  'when-exit',
];

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
  const packages = shippedPackages.map((name) => name.replaceAll('.', '\\.')).join('|');
  return {
    required: [
      'package.json',
      ...built.filter((path) => !path.endsWith('.map')),
      ...data.filter((path) => !/^resources\/icons\/icon\.(?:icns|ico)$/u.test(path)),
      nativeLibrary(platform, arch),
      'node_modules/better-sqlite3/lib/index.js',
      'node_modules/better-sqlite3/package.json',
    ],
    allowed: [
      /^node_modules\/better-sqlite3\/(?:lib\/(?:methods\/)?[a-z0-9-]+\.js|LICENSE)$/u,
      new RegExp(
        `^node_modules/(?!better-sqlite3/)(?:${packages})/(?:[\\w@.-]+/)*[\\w@.-]+\\.(?:c?js|mjs|json)$`,
        'u',
      ),
      new RegExp(`^node_modules/(?!better-sqlite3/)(?:${packages})/(?:LICENSE|license)[\\w.-]*$`, 'u'),
    ],
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
