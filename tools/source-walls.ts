import { type Fault, isTest, type Source, type SourceImport } from './source-files.ts';

/**
 * What a folder may import. `files` are beginnings of paths (`*` stands for one folder, `=` for the importer's own
 * feature), `types` the same for `import type`, `packages` are packages, where `node:` stands for all of Node.
 */
type Wall = {
  readonly folder: string;
  readonly files: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[];
  readonly instead: string;
};

const react = ['react', 'react-dom', 'react-aria-components', 'react-stately', 'lucide-react'];

/** The table of `docs/architecture.md`. The first row whose folder a path begins with holds for it. */
export const walls: readonly Wall[] = [
  {
    folder: 'src/shared/domain/',
    files: ['src/shared/domain/'],
    packages: ['temporal-polyfill'],
    instead: 'Rules are pure and import src/shared/domain only: take what is needed as an argument.',
  },
  {
    folder: 'src/shared/contract/',
    files: ['src/shared/contract/', 'src/shared/domain/'],
    packages: ['zod'],
    instead: 'A contract entry is data: it may import src/shared/domain and zod.',
  },
  {
    folder: 'src/shared/text/',
    files: ['src/shared/text/', 'src/shared/domain/'],
    packages: [],
    instead: 'Texts import src/shared/domain only: pass values in, keep screens out.',
  },
  {
    folder: 'src/shared/documents/',
    files: ['src/shared/documents/', 'src/shared/domain/', 'src/shared/text/'],
    types: ['src/shared/contract/'],
    packages: [],
    instead: 'A document is words and figures: it imports domain and text, and types of the contract.',
  },
  {
    folder: 'src/main/database/salvage/',
    files: ['src/main/database/', 'src/shared/domain/'],
    packages: ['better-sqlite3', 'node:'],
    instead:
      'Salvage reads a file that no statement can be trusted with: bytes and plain SQL, no builder and no feature.',
  },
  {
    folder: 'src/main/database/',
    files: ['src/main/database/', 'src/shared/domain/'],
    packages: ['kysely', 'better-sqlite3', 'node:'],
    instead: 'The database knows no feature: move the statement into the feature that owns the table.',
  },
  {
    folder: 'src/main/features/sample-shop/',
    files: ['=', 'src/shared/', 'src/main/database/', 'src/main/app/context.ts', 'src/main/features/*/'],
    types: ['src/main/app/'],
    packages: ['kysely', 'node:crypto', 'node:fs', 'node:path', 'node:timers'],
    instead: 'The sample shop reads resources/ and otherwise imports what any feature may.',
  },
  {
    folder: 'src/main/features/',
    files: ['=', 'src/shared/', 'src/main/database/', 'src/main/app/context.ts', 'src/main/features/*/'],
    types: ['src/main/app/'],
    packages: [
      'kysely',
      'csv-parse',
      'zod',
      'bwip-js',
      'node:crypto',
      'node:util',
      'node:zlib',
      'node:buffer',
      'node:timers',
    ],
    instead:
      'A feature imports shared, main/database, types of main/app and plain functions of other features; files, printers and dialogs are reached through ctx.desktop.',
  },
  {
    folder: 'src/main/app/',
    files: ['src/main/app/', 'src/main/features/*/index.ts', 'src/main/database/', 'src/shared/'],
    types: ['src/main/features/'],
    packages: ['kysely', 'zod', 'node:'],
    instead:
      'The door knows features by their index.ts only: put the function there, or move it to main/database.',
  },
  {
    folder: 'src/main/reader/',
    files: [
      'src/main/reader/',
      'src/main/app/',
      'src/main/features/*/index.ts',
      'src/main/database/',
      'src/shared/',
    ],
    packages: ['kysely', 'zod', 'node:'],
    instead: 'The read-only helper never touches the shell: send what it needs in a message.',
  },
  {
    folder: 'src/main/keeper/',
    files: [
      'src/main/keeper/',
      'src/main/app/',
      'src/main/features/*/index.ts',
      'src/main/features/csv/',
      'src/main/features/catalog/index-product.ts',
      'src/main/features/customers/index-customer.ts',
      'src/main/database/',
      'src/shared/',
    ],
    packages: ['kysely', 'zod', 'age-encryption', 'yazl', 'yauzl', 'node:'],
    instead: 'The keeper process never touches the shell: send what it needs with the job.',
  },
  {
    folder: 'src/main/shell/',
    files: ['src/main/', 'src/shared/'],
    packages: ['electron', 'electron-store', 'bwip-js', 'node:'],
    instead: 'Main and the window meet only in src/shared/contract.',
  },
  {
    folder: 'src/main/index.ts',
    files: ['src/main/', 'src/shared/'],
    packages: ['electron', 'node:'],
    instead: 'Main and the window meet only in src/shared/contract.',
  },
  {
    folder: 'src/preload/',
    files: ['src/preload/'],
    types: ['src/shared/contract/'],
    packages: ['electron'],
    instead:
      'The preload is one small file: electron, and types of the contract (import type), so that no library lands in it.',
  },
  {
    folder: 'src/renderer/ui/',
    files: ['src/renderer/ui/', 'src/renderer/assets/', 'src/shared/domain/', 'src/shared/text/'],
    types: ['src/shared/documents/'],
    packages: [...react, '@internationalized/date', 'chart.js', 'bwip-js', '@fontsource-variable/inter'],
    instead: 'A component of ui/ knows nothing of the shop: pass data and callbacks as props.',
  },
  {
    folder: 'src/renderer/bridge/',
    files: ['src/renderer/bridge/', 'src/shared/contract/', 'src/shared/domain/'],
    types: ['src/preload/'],
    packages: ['react', '@tanstack/react-query'],
    instead: 'The bridge imports the contract and the query library only: show things in ui/ or a feature.',
  },
  {
    folder: 'src/renderer/explain/',
    files: ['src/renderer/explain/', 'src/renderer/bridge/', 'src/renderer/ui/', 'src/shared/'],
    packages: [...react, '@tanstack/react-query'],
    instead: 'What explains a figure is shown by several screens and knows none of them: pass it in.',
  },
  {
    folder: 'src/renderer/bring-back/',
    files: ['src/renderer/bring-back/', 'src/renderer/bridge/', 'src/renderer/ui/', 'src/shared/'],
    packages: [...react, '@tanstack/react-query'],
    instead:
      'Bringing a shop back is asked for by the wizard and by the backups, and knows neither: pass it in.',
  },
  {
    folder: 'src/renderer/features/',
    files: [
      '=',
      'src/renderer/bridge/',
      'src/renderer/explain/',
      'src/renderer/bring-back/',
      'src/renderer/ui/',
      'src/renderer/assets/',
      'src/shared/',
    ],
    packages: [
      ...react,
      '@tanstack/react-query',
      'react-hook-form',
      '@hookform/resolvers',
      'chart.js',
      'bwip-js',
      'zod',
    ],
    instead:
      'A screen never imports another feature: move what both need to ui/, bridge/ or src/shared/domain.',
  },
  {
    folder: 'src/renderer/',
    files: ['src/renderer/', 'src/shared/'],
    packages: [...react, '@tanstack/react-query', '@fontsource-variable/inter', 'zod'],
    instead: 'The window reaches main only through src/renderer/bridge.',
  },
];

function begins(path: string, pattern: string, own: string): boolean {
  if (pattern === '=') return path.startsWith(own);
  const source = pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+');
  return new RegExp(`^${source}${pattern.endsWith('/') ? '' : '$'}`, 'u').test(path);
}

function packageAllowed(specifier: string, packages: readonly string[]): boolean {
  return packages.some((name) =>
    name === 'node:' ? specifier.startsWith('node:') : specifier === name || specifier.startsWith(`${name}/`),
  );
}

/** Modules of Node that nobody may use: they reach the network, start processes or open the shop file twice. */
const forbiddenNode: Readonly<Record<string, string>> = {
  'node:sqlite': 'A second SQLite library on the shop file can damage it: use src/main/database.',
  'node:child_process':
    'No process is started: a long job runs in src/main/reader or src/main/keeper (utilityProcess).',
  'node:cluster':
    'No process is started: a long job runs in src/main/reader or src/main/keeper (utilityProcess).',
  'node:http': 'No request leaves the machine.',
  'node:https': 'No request leaves the machine.',
  'node:http2': 'No request leaves the machine.',
  'node:dns': 'No request leaves the machine.',
  'node:dgram': 'No request leaves the machine.',
  'node:tls': 'No request leaves the machine.',
};

/** The feature folder that a path belongs to (`src/main/features/orders/`), or its own folder. */
function ownFolder(path: string): string {
  return (
    /^src\/(?:main|renderer)\/features\/[^/]+\//u.exec(path)?.[0] ?? path.slice(0, path.lastIndexOf('/') + 1)
  );
}

function wallBroken(source: Source, found: SourceImport, wall: Wall): boolean {
  if (found.target === null) return !packageAllowed(found.specifier, wall.packages);
  const own = ownFolder(source.path);
  const allowed = [...wall.files, ...(found.typeOnly ? (wall.types ?? []) : [])];
  return !allowed.some((pattern) => begins(found.target ?? '', pattern, own));
}

/** Files that a main feature's index.ts maps calls to: handlers, which only the door may run. */
function handlerFiles(sources: readonly Source[]): ReadonlySet<string> {
  const indices = sources.filter(({ path }) => /^src\/main\/features\/[^/]+\/index\.ts$/u.test(path));
  return new Set(
    indices.flatMap(({ path, imports }) => [path, ...imports.flatMap(({ target }) => target ?? [])]),
  );
}

function faultsOf(source: Source, handlers: ReadonlySet<string>): Fault[] {
  const { path } = source;
  const wall = walls.find(({ folder }) => path.startsWith(folder));
  if (!wall) {
    const message =
      'No wall is written for this place: use a folder of docs/architecture.md, or add a row to tools/source-walls.ts.';
    return [{ path, line: 1, rule: 'wall', message }];
  }
  return source.imports.flatMap((found): Fault[] => {
    const at = { path, line: found.line };
    const { specifier, target } = found;
    const never = forbiddenNode[specifier];
    if (never) return [{ ...at, rule: 'forbidden-module', message: `${specifier}: ${never}` }];
    if (target && isTest(target)) {
      return [
        {
          ...at,
          rule: 'imports-a-test',
          message: `${specifier} is a test; what ships imports no test. Move the shared part beside it.`,
        },
      ];
    }
    if (wallBroken(source, found, wall))
      return [{ ...at, rule: 'wall', message: `${specifier} may not be imported here. ${wall.instead}` }];
    if (path.endsWith('/index.ts')) return [];
    const foreign = target?.startsWith('src/main/features/') && ownFolder(target) !== ownFolder(path);
    if (
      path.startsWith('src/main/features/') &&
      foreign &&
      target &&
      handlers.has(target) &&
      !found.typeOnly
    ) {
      return [
        {
          ...at,
          rule: 'foreign-handler',
          message: `${specifier} is a handler of another feature. Move the shared SQL into a plain function there and import that.`,
        },
      ];
    }
    return [];
  });
}

/** Every import in `src/` that breaks a wall. Tests may import anything; nothing else may import a test. */
export function wallFaults(sources: readonly Source[]): Fault[] {
  const handlers = handlerFiles(sources);
  return sources
    .filter(({ path, tree }) => path.startsWith('src/') && tree && !isTest(path))
    .flatMap((source) => faultsOf(source, handlers));
}
