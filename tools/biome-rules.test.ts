import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './source-files.ts';

const place = 'src/main/features/orders/example.ts';
const long = Array.from({ length: 60 }, (_, line) => `  a(${line});`).join('\n');

const bad: readonly (readonly [rule: string, path: string, text: string])[] = [
  ['noRestrictedImports', 'src/shared/domain/example.ts', "import { z } from 'zod';\nz();\n"],
  ['noRestrictedImports', 'src/shared/contract/example.ts', "import { a } from '../../main/a.ts';\na();\n"],
  ['noRestrictedImports', 'src/shared/text/example.ts', "import { a } from '../contract/a.ts';\na();\n"],
  ['noRestrictedImports', 'src/main/database/example.ts', "import { a } from '../features/a/b.ts';\na();\n"],
  ['noRestrictedImports', place, "import { app } from 'electron';\napp.quit();\n"],
  ['noRestrictedImports', place, "import Database from 'better-sqlite3';\nnew Database('a');\n"],
  ['noRestrictedImports', 'src/main/app/example.ts', "import { a } from '../shell/a.ts';\na();\n"],
  ['noRestrictedImports', 'src/preload/example.ts', "import { z } from 'zod';\nz();\n"],
  ['noRestrictedImports', 'src/renderer/ui/example.tsx', "import { a } from '../bridge/a.ts';\na();\n"],
  ['noRestrictedImports', 'src/renderer/bridge/example.ts', "import { a } from '../ui/a.tsx';\na();\n"],
  [
    'noRestrictedImports',
    'src/renderer/features/sell/example.tsx',
    "import { a } from '../../../main/a.ts';\na();\n",
  ],
  ['noDefaultExport', place, 'export default 1;\n'],
  ['noConsole', place, "console.log('a');\n"],
  ['noEnum', place, 'export enum A { b }\n'],
  ['noParameterProperties', place, 'export class A { constructor(readonly b: string) {} }\n'],
  ['noExplicitAny', place, 'export const a: any = 1;\n'],
  ['noNonNullAssertion', place, 'export const a = (b: string | null) => b!.length;\n'],
  [
    'noExcessiveLinesPerFunction',
    place,
    `export function a(b: (c: number) => void) {\n${long.replaceAll('a(', 'b(')}\n}\n`,
  ],
  ['useFilenamingConvention', 'src/main/features/orders/placeOrder.ts', 'export const placeOrder = 1;\n'],
  ['noFocusedTests', 'src/main/a.test.ts', "import { it } from 'vitest';\nit.only('a', () => {});\n"],
  ['noSkippedTests', 'src/main/a.test.ts', "import { it } from 'vitest';\nit.skip('a', () => {});\n"],
  ['noReExportAll', place, "export * from './other.ts';\n"],
  ['useNodejsImportProtocol', 'src/main/shell/example.ts', "import { join } from 'path';\njoin('a');\n"],
];

const sound = [
  'src/shared/domain/sound.ts',
  "import { a } from './a.ts';\n\nexport const b = a + 1;\n",
] as const;

/** Rules that fired, by file: the texts lie in a project of their own, with our biome.json, and are linted once. */
function lint(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const biome = join(projectRoot, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const report = JSON.parse(stdout) as {
    readonly diagnostics: readonly {
      readonly category: string;
      readonly location: { readonly path: string };
    }[];
  };
  const found = new Map<string, Set<string>>();
  for (const { category, location } of report.diagnostics) {
    const rules = found.get(location.path) ?? new Set();
    found.set(location.path, rules.add(category.split('/').at(-1) ?? ''));
  }
  return found;
}

/** A file of its own for each text, in the folder and with the ending that the case asks for. */
function fileFor(path: string, at: number): string {
  if (/[A-Z]/u.test(path)) return path;
  return path.replace(/\/([a-z-]+)(?=(?:\.test)?\.tsx?$)/u, `/$1-${at}`);
}

describe('the lint rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-lint-'));
  let found: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  beforeAll(() => {
    const {
      $schema: _,
      vcs: __,
      ...config
    } = JSON.parse(readFileSync(join(projectRoot, 'biome.json'), 'utf8'));
    write('biome.json', JSON.stringify({ root: true, ...config }));
    copyFileSync(join(projectRoot, 'package.json'), join(folder, 'package.json'));
    for (const [at, [, path, text]] of bad.entries()) write(fileFor(path, at), text);
    write(...sound);
    write('src/main/a.ts', "import { b } from './b.ts';\n\nexport const a = async () => b;\na();\n");
    write('src/main/b.ts', "import { a } from './a.ts';\n\nexport const b = () => a;\n");
    found = lint(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(bad.map((row, at) => [...row, at] as const))('%s fires at %s: %s', (rule, path, _, at) => {
    expect([...(found.get(fileFor(path, at)) ?? [])]).toContain(rule);
  });

  it('leave sound code alone', () => {
    expect([...(found.get(sound[0]) ?? [])].filter((rule) => rule !== 'noUnresolvedImports')).toEqual([]);
  });

  it('see promises that nobody waits for, and files that import each other', () => {
    expect(found.get('src/main/a.ts')).toContain('noFloatingPromises');
    expect(found.get('src/main/a.ts')).toContain('noImportCycles');
  });
});
